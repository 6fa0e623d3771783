"""Invents the people of the demo day, the same ones every time.

Three flights to Port-au-Prince with 99, 102 and 126 people; 104 women, 97 men, 126 children (lefiletinfo.com,
20 September 2021). Nobody here exists: names are drawn from a list of common given and family names.
"""

# ruff: noqa: SIM905 - names read better as words than as a column of quotes
import random
from dataclasses import dataclass
from datetime import date, timedelta

from akeyi.arrivals.groups import Group

DAY = date(2021, 9, 19)

FAMILY_NAMES = (
    "Pierre Jean Louis Joseph Charles Baptiste François Augustin Michel Étienne Saint-Fleur Jean-Baptiste Jean-Louis "
    "Toussaint Désir Dorvil Métayer Belizaire Célestin Estimé Guerrier Innocent Laguerre Mésidor Noël Philogène "
    "Sainvil Théodore Vilsaint Exantus Cadet Dieudonné Fils-Aimé Georges Hyppolite Lamour Morisset Occéus Petit-Frère"
).split()
WOMEN = (
    "Rose-Laure Marie-Ange Guerda Nadège Mirlande Wideline Fabiola Islande Manoucheka Yolette Darline Roseline Ketia "
    "Lovely Natacha Esther Jésula Magdala Ruth Claudine Bettina Edeline Fedeline Genèse Huguette Immacula"
).split()
MEN = (
    "Wilner Jean-Claude Evens Frantz Jocelyn Kervens Lucson Makenson Nelson Olgens Patrick Reginald Stanley Ti-Jean "
    "Vladimir Wilkens Yves Zachary Ronald Emmanuel Daniel Samuel Mackenzy Rodney Jean-Robert Luckner"
).split()
CHILDREN = (
    "Naïka Woodley Kenley Isabella Mateo Sofia Benjamin Lukas Daphney Christela Valentina Agustín Emilia Joaquín "
    "Stephora Dayana Antonella Thiago Kerline Schnaider Martina Vicente Luana Rafaela Miguel Ashley"
).split()


@dataclass(frozen=True)
class Person:
    """One invented person on a flight."""

    family_name: str
    given_names: str
    sex: str
    birth_on: date
    nationality: str
    document_number: str | None
    family: int

    @property
    def age(self) -> int:
        return DAY.year - self.birth_on.year - ((DAY.month, DAY.day) < (self.birth_on.month, self.birth_on.day))

    @property
    def group(self) -> Group:
        """One of the seven groups of a count; a baby has not had its second birthday."""
        female = self.sex == "female"
        if self.age >= 18:
            return "woman" if female else "man"
        if self.age >= 2:
            return "girl" if female else "boy"
        return "baby_girl" if female else "baby_boy"


@dataclass(frozen=True)
class Flight:
    """One flight as published, its people invented."""

    label: str
    women: int
    men: int
    children: int
    announced_eta: str
    landed: str | None

    @property
    def total(self) -> int:
        return self.women + self.men + self.children


FLIGHTS = (
    Flight("GXA 3301", women=32, men=30, children=37, announced_eta="10:00", landed="10:05"),
    Flight("GXA 3303", women=33, men=31, children=38, announced_eta="12:10", landed="12:20"),
    Flight("GXA 3305", women=39, men=36, children=51, announced_eta="13:10", landed=None),
)


def people_of(flight: Flight) -> list[Person]:
    """The people of a flight: families of one to seven, in the order of the list."""
    chance = random.Random(f"{DAY} {flight.label}")  # noqa: S311 - invents people, keeps no secret
    adults = ["female"] * flight.women + ["male"] * flight.men
    chance.shuffle(adults)
    # Every child travels with a family; about a third of the adults travel alone.
    heads = adults[: len(adults) * 2 // 3]
    children_of = [0] * len(heads)
    for _ in range(flight.children):
        children_of[chance.randrange(len(heads))] += 1
    found: list[Person] = []
    for family, sex in enumerate(adults):
        name = chance.choice(FAMILY_NAMES)
        found.append(_person(chance, name, sex, chance.randint(19, 58), family))
        if family < len(heads):
            for _ in range(children_of[family]):
                child_sex = chance.choice(("female", "male"))
                found.append(
                    _person(chance, name, child_sex, chance.choice((0, 1, 2, 3, 4, 6, 8, 9, 11, 14, 16)), family)
                )
    return found


def _person(chance: random.Random, family_name: str, sex: str, age: int, family: int) -> Person:
    given = CHILDREN if age < 18 else WOMEN if sex == "female" else MEN
    birth_on = DAY.replace(year=DAY.year - age) - timedelta(days=chance.randint(1, 300))
    # 300 days back from a birthday is still the same age.
    born_abroad = age < 8 and chance.random() < 0.6
    return Person(
        family_name=family_name,
        given_names=chance.choice(given),
        sex=sex,
        birth_on=birth_on,
        nationality=chance.choice(("CHL", "CHL", "CHL", "BRA")) if born_abroad else "HTI",
        document_number=f"R{chance.randint(1_000_000, 9_999_999)}" if chance.random() < 0.7 else None,
        family=family,
    )
