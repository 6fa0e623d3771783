"""Money: promised, paid in part, still owed until it is paid; floats by two; nobody is paid twice unseen."""

from datetime import UTC, datetime, timedelta

import pytest

from akeyi.access.viewer import MayNotRead, Viewer
from akeyi.assistance import cash, paying, queries
from akeyi.assistance.facts.cash_float import FloatMoved
from akeyi.assistance.facts.cash_payment import MoneyPaid
from akeyi.assistance.facts.cash_promise import MoneyPromised
from akeyi.assistance.facts.programme import ProgrammePublished
from akeyi.journal.erase import erase
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, take_back, tell
from akeyi.people.cards.numbers import check_digit
from akeyi.people.facts.reception import ReceptionRevised
from akeyi.people.models import Reception
from akeyi.testing.cast import Tablet, a_site, a_worker
from akeyi.testing.office import signed_in

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)


@pytest.fixture
def site():
    return a_site()


@pytest.fixture
def carline(site):
    return a_worker(site, "Carline", ("cash",))


@pytest.fixture
def viewer(site, carline):
    return Viewer(carline, site, ("cash",), frozenset({"reception", "assistance", "cash"}))


def code(n=1):
    first = f"{n:011}"
    return first + check_digit(first)


def promised(site, carline, card=None, amount="10000.00", currency="HTG", n=1, at=None):
    """Tells a promise; gives (card, promise)."""
    card, promise = card or new_id(), new_id()
    said = MoneyPromised(promise=promise, amount=amount, currency=currency, code=code(n), owner=carline)
    tell(Saying(said, site=site, subject=card, worker=carline, at=at))
    return card, promise


def paid(site, carline, card, promise, amount, float=None):
    said = MoneyPaid(promise=promise, amount=amount, currency="HTG", how="hand", float=float)
    [fact] = tell(Saying(said, site=site, subject=card, worker=carline))
    return fact


def of_float(site, worker, float, what, amount, second=None, **more):
    said = FloatMoved(what=what, currency="HTG", amount=amount, second=second, **more)
    tell(Saying(said, site=site, subject=float, worker=worker))


def test_what_is_owed_falls_by_what_is_paid_and_is_gone_when_all_is(site, carline, viewer):
    card, promise = promised(site, carline, at=NOW - timedelta(days=7))
    [one] = paying.still_owed(viewer, NOW)
    assert (one.left, one.owed.state, one.age, one.row.owner) == ("10000.00", "owed", 7, carline)
    paid(site, carline, card, promise, "5000")
    [one] = paying.still_owed(viewer, NOW)
    assert (one.left, one.paid, one.owed.state) == ("5000.00", "5000.00", "part")
    assert paying.sums(viewer, NOW) == paying.Sums(1, {"HTG": "5000.00"}, 7)
    last = paid(site, carline, card, promise, "5000.00")
    assert paying.still_owed(viewer, NOW) == []
    take_back([last], carline)
    assert [one.left for one in paying.still_owed(viewer, NOW)] == ["5000.00"]


def test_totals_are_by_currency_in_its_own_smallest_unit(site, carline, viewer):
    promised(site, carline, n=1)
    promised(site, carline, amount="500", currency="XAF", n=2)
    promised(site, carline, amount="7.125", currency="TND", n=3)
    assert paying.sums(viewer, NOW).by_currency == {"HTG": "10000.00", "TND": "7.125", "XAF": "500"}


def test_it_outlives_an_erased_name_and_is_paid_by_its_code(site, carline, viewer):
    card, promise = promised(site, carline)
    tell(Saying(ReceptionRevised(family_name="Dorvil", given_names="Rose"), site=site, subject=card))
    erase(card, site, ["reception", "assistance", "cash"], "asked for", [], carline)
    assert not Reception.objects.filter(subject=card).exclude(family_name=None).exists()
    [(row, one)] = paying.by_code(viewer, code())
    assert (one.left, row.promise) == (1_000_000, promise)
    paid(site, carline, row.subject, promise, "10000.00")
    assert paying.still_owed(viewer, NOW) == []


def a_programme(site, amount="10000"):
    names = dict.fromkeys(("ht", "fr", "es", "en"), "First days")
    once = {"per": "person", "often": "once", "every_hours": None}
    said = ProgrammePublished.model_validate(
        {"names": names, "since": "2021-09-01", "cash": [{"amount": amount, "currency": "HTG"} | once]}, strict=False
    )
    tell(Saying(said, site=site, subject=new_id()))


def test_what_was_promised_is_due_no_more_and_only_whoever_reads_of_money_learns_it(site, carline, viewer):
    a_programme(site)
    card, _ = promised(site, carline, amount="4000")
    tell(Saying(ReceptionRevised(sex="female"), site=site, subject=card))
    due, _version = queries.due(viewer, card, NOW)["HTG"]
    assert (due.quantity, due.why) == (600_000, "rest")
    clerk = Viewer(new_id(), site, ("clerk",), frozenset({"reception", "assistance"}))
    assert queries.due(clerk, card, NOW)["HTG"][0].quantity == 1_000_000


def test_a_grant_for_once_on_two_tablets_is_listed_after_they_sent_it(site, carline, viewer):
    a_programme(site)
    card = new_id()
    tablets = [Tablet(site, carline, label=f"Tablet {n}") for n in (1, 2)]
    for n, tablet in enumerate(tablets):
        said = MoneyPromised(promise=new_id(), amount="10000", currency="HTG", code=code(n), owner=carline)
        tablet.keep(said, card)
    tablets[0].send()
    assert paying.promised_twice(viewer) == []
    tablets[1].send()
    [(currency, many)] = paying.promised_twice(viewer)
    assert (currency, {one.device for one in many}) == ("HTG", {one.device for one in tablets})


def test_a_receipt_paid_on_two_tablets_is_listed_as_paid_over(site, carline, viewer):
    card, promise = promised(site, carline)
    paid(site, carline, card, promise, "10000")
    assert paying.paid_over(viewer) == []
    paid(site, carline, card, promise, "10000")
    [(_row, one, many)] = paying.paid_over(viewer)
    assert (one.left, one.state, len(many)) == (-1_000_000, "over", 2)


def test_a_float_balances_or_names_what_is_missing_and_a_late_payment_counts(site, carline, viewer):
    wilson, float = a_worker(site, "Wilson"), new_id()
    of_float(site, carline, float, "opened", "20000", wilson)
    card, promise = promised(site, carline)
    paid(site, carline, card, promise, "5000", float)
    of_float(site, carline, float, "closed", "15000", wilson)
    [one] = paying.floats(viewer)
    assert (one.balance, one.difference, one.cashier) == (1_500_000, 0, carline)
    paid(site, carline, card, promise, "1000", float)
    [one] = paying.floats(viewer)
    assert (one.balance, one.difference) == (1_400_000, 100_000)


def test_what_is_handed_on_is_in_the_others_float(site, carline, viewer):
    nadia, wilson = (a_worker(site, name, ("cash",)) for name in ("Nadia", "Wilson"))
    float, theirs = new_id(), new_id()
    of_float(site, carline, float, "opened", "20000", wilson)
    of_float(site, carline, float, "handed", "8000", nadia, to=theirs)
    found = {one.float: one for one in paying.floats(viewer)}
    assert {id: (one.cashier, one.balance) for id, one in found.items()} == {
        float: (carline, 1_200_000),
        theirs: (nadia, 800_000),
    }


def test_one_alone_pays_nothing():
    opened = cash.Move("f", "opened", "HTG", 100, "carline", NOW, "wilson")
    alone = cash.Move("f", "alone", "HTG", 0, "carline", NOW)
    [one] = cash.floats([opened], []).values()
    assert one.may_pay("carline", NOW)
    assert not one.may_pay("wilson", NOW)
    assert not one.may_pay("carline", NOW + cash.TOGETHER)
    [one] = cash.floats([opened, alone], []).values()
    assert not one.may_pay("carline", NOW)


def test_the_manager_reads_sums_and_floats_and_of_nobody(site, carline):
    card, promise = promised(site, carline)
    float = new_id()
    of_float(site, carline, float, "opened", "20000", a_worker(site, "Wilson"))
    manager = signed_in(site, "manager")
    page = manager.get("/office/floats/").content.decode()
    assert "Carline" in page and "20000.00" in page and "10000.00" in page
    assert code() not in page and card not in page and promise not in page
    assert manager.get("/office/cash/").status_code == 403
    assert signed_in(site, "clerk").get("/office/floats/").status_code == 403
    with pytest.raises(MayNotRead):
        paying.still_owed(Viewer(new_id(), site, ("manager",), frozenset({"reception", "assistance"})), NOW)


def test_the_list_at_the_office_says_receipt_amount_age_and_whom_to_ask(site, carline):
    card, _ = promised(site, carline, at=NOW - timedelta(days=3))
    page = signed_in(site, "cash").get("/office/cash/").content.decode()
    for said in ("0000 0000 001", "10000.00", "HTG", "Carline", "only the receipt is known"):
        assert said in page
    assert "Still owed" in signed_in(site, "cash").get("/office/handover/").content.decode()
