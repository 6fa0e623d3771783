"""A card was lost or broken: the new number leads to the same person; a mistake is taken back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors.office import CARD_OF_SOMEBODY_ELSE, CARD_OF_THIS_PERSON, NO_CARD_NUMBER, NO_CARDS_PRINTED
from akeyi.journal.tell import Saying, take_back, tell
from akeyi.people import queries
from akeyi.people.cards.numbers import CardNumberProblem, spoken, typed
from akeyi.people.facts.card_replaced import CardWasReplaced
from akeyi.people.known_cards import NoSeries, place_of
from akeyi.people.models import Reception


@require_POST
@office_page("reception")
def replace(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = queries.reception(viewer, id)
    if one is None:
        raise Http404
    problem = _replace(viewer, one, request.POST.get("new_card", ""))
    if problem:
        messages.error(request, problem)
    else:
        messages.success(request, gettext("The new card leads to this person; the old number is dead."))
    return redirect("person", one.subject)


def _replace(viewer: Viewer, one: Reception, text: str) -> str | None:
    """Tells that a new card stands for this person, or says why not."""
    known = queries.everybody(viewer.site)
    try:
        number = typed(text)
        place = place_of(viewer.site, number)
    except CardNumberProblem:
        return in_words(NO_CARD_NUMBER)
    except NoSeries:
        return in_words(NO_CARDS_PRINTED)
    if known.resolve(place.reception) == one.subject:
        return in_words(CARD_OF_THIS_PERSON)
    if queries.is_somebodys(viewer, place.reception):
        return in_words(CARD_OF_SOMEBODY_ELSE, card=spoken(number))
    arrival = known.arrival.get(one.subject)
    said = CardWasReplaced(old_card=one.card or number, new_card=number, new_reception=place.reception)
    tell(
        Saying(
            said,
            site=viewer.site,
            subject=one.subject,
            arrivals=[arrival] if arrival else [],
            worker=viewer.worker,
        )
    )
    return None


@require_POST
@office_page("reception")
def undo(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    fact = request.POST.get("fact", "")
    if not any(one.id == fact for one in queries.cards_replaced(viewer, id)):
        raise Http404
    take_back([fact], viewer.worker)
    messages.success(request, gettext("Taken back: the two cards are two people again."))
    return redirect("person", id)
