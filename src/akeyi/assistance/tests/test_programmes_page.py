"""Programmes at the office: written in a form, looked at before they are published, in versions that stay."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from akeyi.assistance.facts.hand_out import HandOutGiven
from akeyi.assistance.models import Programme
from akeyi.journal.tell import Saying, tell
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.testing.cast import a_site, an_item
from akeyi.testing.office import in_four_languages, page, signed_in

pytestmark = pytest.mark.django_db
NAMES = {f"name_{one}": f"First days {one}" for one in ("ht", "fr", "es", "en")}
NEW = "/office/programmes/new/"


def today():
    """The day at the site, as its pages have it."""
    return datetime.now(ZoneInfo("America/Port-au-Prince")).date()


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def client(site):
    return signed_in(site)


@pytest.fixture
def kit(site):
    return an_item(site, "Hygiene kit")


def written(site, *items, since=None, **more):
    """The form as an officer fills it in."""
    form = NAMES | {"since": (since or today()).isoformat()}
    for n in range(6):
        form |= {f"line{n}-quantity": "1", f"line{n}-per": "person", f"line{n}-often": "once"}
    form |= {"cash-currency": "HTG", "cash-per": "person", "cash-often": "once"}
    for n, item in enumerate(items):
        form[f"line{n}-item"] = item
    return form | more


def looked_at(client, form, path=NEW):
    """The page that shows what it would do."""
    answer = client.post(path, form)
    assert answer.status_code == 200
    return answer.content.decode()


def published(client, form, path=NEW):
    text = looked_at(client, form, path)
    signed = re.search(r'name="signed" value="([^"]+)"', text)
    assert signed, re.findall(r'class="wrong">(.*?)</p>|role="alert">(.*?)</p>', text, re.S)
    client.post("/office/programmes/publish", {"signed": signed[1]})
    return Programme.objects.order_by("clock").last()


def test_the_pages_speak_four_languages(site, client, kit):
    in_four_languages(client, "/office/programmes/")
    in_four_languages(client, NEW)
    one = published(client, written(site, kit, sex="female", age_from="12", hows=["flight"], with_voucher="on"))
    in_four_languages(client, "/office/programmes/")
    in_four_languages(client, f"/office/programmes/{one.subject}/")


def test_a_programme_is_written_in_a_form(site, client, kit):
    form = written(site, kit, age_to="17", hows=["truck", "on_foot"])
    form |= {"line0-quantity": "2", "line0-often": "hours", "line0-every_hours": "4"}
    form |= {"cash-amount": "2500.50", "cash-per": "family"}
    one = published(client, form)
    assert (one.names["en"], one.since, one.until, one.sex) == ("First days en", today(), None, None)
    assert (one.age_from, one.age_to, one.hows, one.with_voucher) == (None, 17, ["truck", "on_foot"], False)
    assert one.items == [{"item": kit, "quantity": 2, "per": "person", "often": "any", "every_hours": 4}]
    [cash] = one.cash
    assert (cash["amount"], cash["currency"], cash["per"]) == ("2500.50", "HTG", "family")
    text = page(client, "/office/programmes/")
    assert "children up to 17 years (Truck, On foot)" in text
    assert "Hygiene kit × 2: each person, every 4 hours" in text
    assert "2500.50 HTG: each family, once" in text


def test_whom_it_gives_nothing_is_said_before_it_is_published(site, client, kit):
    text = looked_at(client, written(site, kit, sex="female"))
    assert "No programme gives anything to: men and boys" in text
    assert Programme.objects.count() == 0
    published(client, written(site, kit, sex="female"))
    text = looked_at(client, written(site, kit, sex="male", age_from="18"))
    assert "No programme gives anything to: boys up to 17 years" in text


def test_what_two_programmes_give_to_the_same_people_is_said(site, client, kit):
    published(client, written(site, kit, sex="female"))
    text = looked_at(client, written(site, kit, age_from="60", name_en="Older people"))
    assert "Hygiene kit stands in two programmes" in text
    assert "women from 60 years on" in text
    assert "nothing stands in two programmes" not in text


def test_an_end_leaves_a_gap_from_the_day_after(site, client, kit):
    last = today() + timedelta(days=3)
    text = looked_at(client, written(site, kit, until=last.isoformat()))
    assert "Everybody gets something" in text
    assert "No programme gives anything to: people" in text


def test_for_whom_of_today_it_would_have_changed_something_is_counted(site, client, kit):
    for n, (sex, age) in enumerate((("female", 30), ("male", 30), ("male", 8), ("female", None))):
        said = ReceptionRevised(card=f"9990000{n}", sex=sex, age=age)
        tell(Saying(said, site=site, subject=f"0190a5c0-0000-8000-8000-00000000000{n}"))
    # What was given stays given, and is not looked at.
    tell(Saying(HandOutGiven(item=kit), site=site, subject="0190a5c0-0000-8000-8000-000000000000"))
    text = looked_at(client, written(site, kit, sex="female", age_from="18", **{"line0-quantity": "2"}))
    row = text[text.index("Would get less") :]
    assert re.findall(r'<span class="number">(\d+)</span>', row)[:2] == ["2", "2"]
    assert "Women 1" in row and "Men 1" in row and "Boys 1" in row
    one = published(client, written(site, kit, sex="female", age_from="18"))
    tomorrow = today() + timedelta(days=1)
    text = looked_at(client, written(site, kit, since=tomorrow, sex="female", age_from="18"), _of(one))
    assert "Nobody would have got more or less." in text


def _of(one):
    return f"/office/programmes/{one.subject}/"


def test_people_of_today_keep_the_version_of_their_day(site, client, kit):
    one = published(client, written(site, kit))
    text = looked_at(client, written(site, kit), _of(one))
    assert "is served by the rule of then" in text
    tomorrow = today() + timedelta(days=1)
    second = published(client, written(site, kit, since=tomorrow, sex="female"), _of(one))
    assert (second.subject, second.since) == (one.subject, tomorrow)
    assert Programme.objects.get(id=one.id).sex is None
    text = page(client, _of(one))
    assert "not begun yet" in text and "in force" in text


def test_what_was_looked_at_is_published_and_nothing_else(site, client, kit):
    answer = client.post("/office/programmes/publish", {"signed": "made up"})
    assert answer.status_code == 302
    other = a_site(code="OUA")
    text = looked_at(client, written(site, kit))
    signed = re.search(r'name="signed" value="([^"]+)"', text)[1]
    signed_in(other, short_name="Elsewhere").post("/office/programmes/publish", {"signed": signed})
    assert Programme.objects.count() == 0


def test_it_ends_after_today(site, client, kit):
    one = published(client, written(site, kit))
    client.post(f"{_of(one)}end")
    last = Programme.objects.order_by("clock").last()
    assert (last.since, last.items, last.cash) == (today() + timedelta(days=1), [], [])
    assert "It gives nothing from" in page(client, _of(one))


def test_a_mistake_loses_nothing_and_says_what_helps(site, client, kit):
    for wrong, says in (
        ({"line0-item": ""}, "This programme gives nothing."),
        ({"line1-item": kit}, "One thing stands here twice."),
        ({"age_from": "18", "age_to": "12"}, "Nobody is of that age."),
        ({"line0-often": "hours"}, "Please fill this in."),
        ({"until": (today() - timedelta(days=1)).isoformat()}, "It would end before it begins."),
        ({"cash-amount": "10", "cash-currency": "gourdes"}, "at most 3"),
    ):
        text = looked_at(client, written(site, kit) | wrong)
        assert says in text, wrong
        assert 'value="First days ht"' in text
    text = looked_at(client, written(site, kit) | {"change": "yes"})
    assert 'value="First days ht"' in text and "signed" not in text
    assert Programme.objects.count() == 0


def test_a_clerk_reads_and_writes_nothing(site, client, kit):
    one = published(client, written(site, kit))
    clerk = signed_in(site, "clerk", short_name="Wilson")
    assert "Write a programme" not in page(clerk, "/office/programmes/")
    assert "The next version" not in page(clerk, _of(one))
    page(clerk, NEW, status=403)
    for path in ("/office/programmes/publish", f"{_of(one)}end"):
        assert clerk.post(path).status_code == 403
    assert clerk.post(_of(one), written(site, kit)).status_code == 403
    assert Programme.objects.count() == 1
    page(signed_in(site, "statistics", short_name="Counter"), "/office/programmes/", status=403)


def test_programmes_of_another_site_are_not_ours(site, client, kit):
    one = published(client, written(site, kit))
    other = signed_in(a_site(code="OUA"), short_name="Elsewhere")
    assert "First days" not in page(other, "/office/programmes/")
    page(other, _of(one), status=404)


def test_a_persons_page_says_what_is_due_and_why(site, client, kit):
    published(client, written(site, kit, sex="female"))
    an_item(site, "Water", once_per="none")
    rose, wisly = (f"0190a5c0-0000-8000-8000-00000000000{n}" for n in "ab")
    for card, sex, who in (("99900009", "female", rose), ("99900017", "male", wisly)):
        tell(Saying(ReceptionRevised(card=card, sex=sex, age=30), site=site, subject=who))
    hers = page(client, f"/office/people/{rose}/")
    assert re.search(r"<li>Hygiene kit <span class=\"small\">by a programme", hers)
    tell(Saying(HandOutGiven(item=kit), site=site, subject=rose))
    assert 'Not due</span> Hygiene kit <span class="small">already received' in page(client, f"/office/people/{rose}/")
    his = page(client, f"/office/people/{wisly}/")
    assert 'Not due</span> Hygiene kit <span class="small">for women and girls' in his
    assert re.search(r"<li>Water <span class=\"small\">for everybody", his)
