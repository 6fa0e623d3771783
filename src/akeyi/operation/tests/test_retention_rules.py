"""When something has been kept long enough, as pure rules."""

from datetime import date

from akeyi.operation.rules import goes_on, series_is_spent

SUNDAY, MONDAY = date(2021, 9, 19), date(2021, 9, 20)


def test_it_goes_so_many_days_after_the_last_word_or_the_last_closing():
    assert goes_on(SUNDAY, [], 30) == date(2021, 10, 19)
    assert goes_on(SUNDAY, [MONDAY], 30) == date(2021, 10, 20)
    assert goes_on(MONDAY, [SUNDAY], 30) == date(2021, 10, 20)


def test_the_secret_of_a_series_goes_when_no_card_of_it_can_lead_to_anybody():
    assert series_is_spent(10, 10, 0)
    assert not series_is_spent(10, 10, 1)
    assert not series_is_spent(9, 10, 0)
