"""Whatever tablets that do not hear each other do with households: nobody appears and nobody vanishes."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akeyi.figures import queries as figures
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.people.facts.household_move import HouseholdMoved
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.rules import household, resolve
from akeyi.testing.cast import a_site, an_arrival

GROUPS = ("woman", "man", "girl", "boy")
DOES = ("arrive", "join", "merge", "split", "register", "leave", "lost", "hear")


class OneTablet:
    """What one tablet has told and heard; it moves nobody who, as far as it knows, is not there."""

    def __init__(self, arrival, chance):
        self.arrival, self.chance = arrival, chance
        self.told = []

    def say(self, body, subject):
        self.told.append((subject, body))

    def bodies(self, kind):
        return [(subject, body) for subject, body in self.told if isinstance(body, kind)]

    def now(self, card):
        replaced = {}
        for subject, body in self.bodies(CardWasReplaced):
            replaced.setdefault(body.new_reception, set()).add(subject)
        return resolve(card, replaced)

    def here(self, token):
        moves = [
            (body.source and self.now(body.source), self.now(body.target), body.groups)
            for _, body in self.bodies(HouseholdMoved)
        ]
        left = [(token, "", body.groups) for card, body in self.bodies(Left) if body.groups and self.now(card) == token]
        return {group: n for group, n in household([*moves, *left], token).items() if n > 0}

    def tokens(self):
        known = {self.now(card) for card, body in self.bodies(ReceptionRevised) if body.is_token}
        return sorted(one for one in known if self.here(one))

    def card(self):
        return f"{self.chance.randrange(10**8):08d}"

    def some(self, here):
        """Some of those who are there, at least one of them."""
        taken = {group: n for group in here if (n := self.chance.randint(0, here[group]))}
        return taken or {self.chance.choice(sorted(here)): 1}

    def does(self, what, tablets):
        tokens = self.tokens()
        if what == "arrive":
            token = new_id()
            groups = {group: self.chance.randint(1, 4) for group in self.chance.sample(GROUPS, 2)}
            self.say(ReceptionRevised(card=self.card(), is_token=True, arrival=self.arrival), token)
            self.say(HouseholdMoved(target=token, why="arrived", groups=groups), token)
        elif what == "hear":
            other = self.chance.choice(tablets)
            self.told += [one for one in other.told if not any(one is known for known in self.told)]
        elif tokens:
            token = self.chance.choice(tokens)
            here = self.here(token)
            if what == "join":
                self.say(HouseholdMoved(target=token, why="joined", groups={self.chance.choice(GROUPS): 1}), token)
            elif what == "merge" and (others := [one for one in tokens if one != token]):
                other = self.chance.choice(others)
                self.say(HouseholdMoved(source=other, target=token, why="joined", groups=self.here(other)), token)
            elif what == "split":
                new = new_id()
                self.say(ReceptionRevised(card=self.card(), is_token=True, arrival=self.arrival), new)
                self.say(HouseholdMoved(source=token, target=new, why="split", groups=self.some(here)), token)
            elif what == "register":
                new, group = new_id(), self.chance.choice(sorted(here))
                self.say(ReceptionRevised(card=self.card(), by_card_only=True, arrival=self.arrival), new)
                self.say(HouseholdMoved(source=token, target=new, why="registered", groups={group: 1}), token)
            elif what == "leave":
                groups = self.some(here)
                self.say(Left(how="own_way", people=sum(groups.values()), groups=groups), token)
            elif what == "lost":
                new = new_id()
                replaced = CardWasReplaced(old_card=self.card(), new_card=self.card(), new_reception=new)
                self.say(replaced, token)
                # At the next table nobody has heard of it: the new card is another household's there, and it joins.
                other = self.chance.choice(tablets)
                if other is not self:
                    other.say(ReceptionRevised(card=self.card(), is_token=True, arrival=self.arrival), new)
                    other.say(HouseholdMoved(target=new, why="arrived", groups={"boy": 1}), new)


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    does=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(DOES)), min_size=4, max_size=30),
    seed=st.integers(0, 10_000),
)
def test_any_interleaving_on_four_tablets_conserves_the_people(does, seed):
    chance = Random(seed)
    site = a_site()
    arrival = an_arrival(site, how="on_foot", status="met", lane="A")
    tablets = [OneTablet(arrival, chance) for _ in range(4)]
    for place, what in [(0, "arrive"), *does]:
        tablets[place].does(what, tablets)
    told = []
    for one in tablets:
        told += [fact for fact in one.told if not any(fact is known for known in told)]
    chance.shuffle(told)
    tell(*(Saying(body, site=site, subject=subject, arrivals=[arrival]) for subject, body in told))
    came = sum(
        sum(body.groups.values()) for _, body in told if isinstance(body, HouseholdMoved) and body.source is None
    )
    [row] = [one for one in figures.board(site) if one.arrival]
    assert len(row.told.persons) + sum(row.told.households.values()) == came
    assert row.columns["inside"] + row.columns["left"] == came
