"""Somebody comes with the numbers they were given: a worker reads the answer to them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters

from akeyi.access import looks, pins
from akeyi.access.door import office_page
from akeyi.access.saying_no import in_words
from akeyi.access.viewer import Viewer
from akeyi.errors import AkeyiError
from akeyi.errors.complaints import ANSWER_NOT_KNOWN, CODE_TOO_SOON

from .. import complaints


@sensitive_post_parameters("code")
@office_page("reception")
def answer(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """The numbers are neither kept nor said back."""
    found, wrong = None, ""
    if "code" in request.POST:
        try:
            pins.take_a_try(viewer.site, viewer.worker, CODE_TOO_SOON)
            found = complaints.answer_by_code(viewer.site, request.POST["code"])
            wrong = "" if found else in_words(ANSWER_NOT_KNOWN)
        except AkeyiError as error:
            wrong = in_words(error)
    if found:
        pins.forget_tries(viewer.site, viewer.worker)
        looks.noted(viewer, "answer by numbers")
    context = {"viewer": viewer, "found": found, "wrong": wrong}
    return render(request, "feedback/complaint_answer.html", context, status=400 if wrong else 200)
