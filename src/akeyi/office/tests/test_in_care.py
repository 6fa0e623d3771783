"""The page of children in care: who is with whom, for child protection also why; handing over, and who may not go."""

import base64
import re
from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access.models import Worker
from akeyi.children.facts.ask_first import AskFirstSaid
from akeyi.children.facts.came_for import SomebodyCameFor
from akeyi.children.facts.carer import CarerRecorded
from akeyi.children.facts.hold import ChildHeld
from akeyi.children.facts.photo import PhotoTaken
from akeyi.children.facts.situation import SituationRevised
from akeyi.children.models import Hold
from akeyi.journal.tell import Saying, tell
from akeyi.office import care
from akeyi.office.models import Handover
from akeyi.onward.facts.exit import Left
from akeyi.people.facts.consent import ChildConsentTold
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import PIN, Tablet, a_site, a_worker
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
NAIMA = "0190a5c0-0000-8000-8000-00000000000b"
KERVENS = "0190a5c0-0000-8000-8000-00000000000c"
PATH = "/office/care/"
JPEG = b"\xff\xd8\xff\xe0 a photo"


@pytest.fixture
def site():
    made = a_site()
    tell(
        Saying(ReceptionRevised(card="99900009", given_names="Naïma", age=6), site=made, subject=NAIMA),
        Saying(
            ReceptionRevised(card="99900017", given_names="Kervens", age=9, family=NAIMA), site=made, subject=KERVENS
        ),
    )
    return made


def held(site, holder=None, child=NAIMA, minutes=0):
    at = datetime.now(UTC) - timedelta(minutes=minutes)
    tell(Saying(ChildHeld(holder=holder, place="space", by_pin=holder is not None), site=site, subject=child, at=at))


def test_the_page_speaks_four_languages(site):
    held(site, minutes=7)
    held(site, a_worker(site, "Wilson"), KERVENS)
    tell(
        Saying(SituationRevised(relation="nobody", refused_by="both", care_tonight="centre"), site=site, subject=NAIMA)
    )
    for role in ("manager", "child_protection"):
        in_four_languages(signed_in(site, role, short_name=role), PATH)
        in_four_languages(signed_in(site, role, short_name=f"{role} too"), f"{PATH}{NAIMA}/hand-over")


def test_child_protection_sees_who_cares_tonight_and_who_came(site):
    held(site, a_worker(site, "Wilson"))
    said = SituationRevised(relation="nobody", care_tonight="foster_family", care_where="Fanmi Jozef")
    away = SomebodyCameFor(name="Jean", says_to_be="relative", identity="differs", outcome="turned_away")
    tell(Saying(said, site=site, subject=NAIMA), Saying(away, site=site, subject=NAIMA))
    text = page(signed_in(site, "child_protection"), PATH)
    for words in ("Naïma", "Wilson", "Unaccompanied child", "A foster family", "Fanmi Jozef", "Turned away: Jean"):
        assert words in text


def test_the_manager_hears_since_how_many_minutes_nobody_is_there_and_nothing_of_why(site):
    held(site, minutes=7)
    tell(Saying(SituationRevised(relation="nobody", care_where="Fanmi Jozef"), site=site, subject=NAIMA))
    text = page(signed_in(site), PATH)
    assert "Nobody is with the child for 7 min" in text and "9990 0009" in text
    assert not any(words in text for words in ("Naïma", "Unaccompanied", "Jozef", "Care tonight"))


def test_the_live_board_alarms_child_protection_and_nobody_else(site):
    evens = signed_in(site, "child_protection", short_name="Évens")
    held(site, minutes=4)
    assert "with nobody" not in page(evens, "/office/")
    held(site, child=KERVENS, minutes=7)
    rows = re.search(r"hx-get=\"(/office/\?rows=\w+)\"", page(evens, "/office/"))[1]
    for path in ("/office/", rows):
        text = page(evens, path)
        assert "1 child with nobody for 7 min" in text and not re.search("Naïma|Kervens|9990 00", text)
        # On a wall, or before a clerk's table, it would be read by the hall.
        for role in ("manager", "clerk", "statistics"):
            assert "with nobody" not in page(signed_in(site, role, short_name=role), path)
    held(site, a_worker(site, "Wilson"), KERVENS)
    assert "with nobody" not in page(evens, rows)


def test_others_do_not_open_it(site):
    held(site)
    client = signed_in(site, "clerk")
    page(client, PATH, status=403)
    page(client, f"{PATH}{NAIMA}/hand-over", status=403)


def test_whoever_has_left_is_in_nobodys_care(site):
    held(site)
    tell(Saying(Left(how="collected"), site=site, subject=NAIMA))
    assert "Naïma" not in page(signed_in(site, "child_protection"), PATH)


def test_the_next_worker_takes_brothers_and_sisters_over_with_their_pin(site):
    wilson, evens = a_worker(site, "Wilson"), a_worker(site, "Évens", ("child_protection",))
    held(site, wilson)
    held(site, wilson, KERVENS)
    client = signed_in(site)
    client.post(f"{PATH}{NAIMA}/hand-over", {"worker": evens, "pin": "000000"})
    assert care.held_by(site, evens) == 0
    client.post(f"{PATH}{NAIMA}/hand-over", {"worker": evens, "pin": PIN})
    assert (care.held_by(site, wilson), care.held_by(site, evens)) == (0, 2)
    # In the space they were, and there they are.
    assert {one.place for one in Hold.objects.filter(holder=evens)} == {"space"}


def test_whoever_is_with_a_child_hands_no_shift_over(site):
    client = signed_in(site)
    held(site, client.worker)
    nadia = a_worker(site, "Nadia")
    answer = client.post("/office/handover/", {"worker": nadia, "pin": PIN})
    assert "A child is with Mirlande." in answer.content.decode()
    assert not Handover.objects.exists()
    held(site, nadia)
    client.post("/office/handover/", {"worker": nadia, "pin": PIN})
    assert Handover.objects.count() == 1


def test_whoever_is_with_a_child_stops_working_here_only_after_somebody_took_over(site):
    client, wilson = signed_in(site), a_worker(site, "Wilson")
    held(site, wilson)
    answer = client.post(f"/office/workers/{wilson}/switch", follow=True)
    assert "A child is with Wilson." in answer.content.decode()
    assert Worker.objects.get(subject=wilson).is_active
    held(site, client.worker)
    client.post(f"/office/workers/{wilson}/switch")
    assert not Worker.objects.get(subject=wilson).is_active


def test_the_next_shift_is_told_how_many_and_never_who(site):
    held(site)
    text = page(signed_in(site), "/office/handover/")
    assert "Children in care" in text and "Naïma" not in text


def test_the_photo_opens_to_child_protection_alone(site):
    tell(Saying(PhotoTaken(jpeg=base64.b64encode(JPEG).decode()), site=site, subject=NAIMA))
    held(site)
    client = signed_in(site, "child_protection")
    for answer in ("no", "yes"):
        # Without a yes there is none to see, also where one was told.
        assert client.get(f"{PATH}{NAIMA}/photo").status_code == 404
        assert "/photo" not in page(client, PATH)
        said = ChildConsentTold(
            purpose="photo", answer=answer, how="proxy", proxy="child_protection", proxy_why="cannot_say"
        )
        tell(Saying(said, site=site, subject=NAIMA))
    assert f"{PATH}{NAIMA}/photo" in page(client, PATH)
    answer = client.get(f"{PATH}{NAIMA}/photo")
    assert (answer.content, answer["Content-Type"], answer["Cache-Control"]) == (JPEG, "image/jpeg", "no-store")
    for role in ("manager", "clerk", "protection"):
        assert signed_in(site, role, short_name=role).get(f"{PATH}{NAIMA}/photo").status_code == 403


def test_who_claims_a_child_in_question_is_named_to_child_protection_alone(site):
    rose, marie = (f"0190a5c0-0000-8000-8000-0000000000{n}a" for n in (1, 2))
    for n, (adult, name) in enumerate(((rose, "Rosenom"), (marie, "Marinom"))):
        said = ReceptionRevised(card=f"9990002{n}", given_names=name, age=40)
        tell(Saying(said, site=site, subject=adult))
        Tablet(site, label=name).tell(CarerRecorded(carer=adult), NAIMA)
    clerk, knows = signed_in(site, "clerk"), signed_in(site, "child_protection", short_name="Évens")
    of_child = page(clerk, f"/office/people/{NAIMA}/")
    assert "Ask child protection first" in of_child
    assert not any(words in of_child for words in ("Rosenom", "Marinom", "9990 0020", "9990 0021"))
    assert "Naïma" not in page(clerk, f"/office/people/{rose}/")
    assert any(name in page(knows, f"/office/people/{NAIMA}/") for name in ("Rosenom", "Marinom"))


def test_a_child_about_whom_nobody_needs_to_ask_any_more_is_in_no_care(site):
    held(site)
    tell(Saying(AskFirstSaid(is_asked=False), site=site, subject=NAIMA))
    assert care.held(site) == 0
