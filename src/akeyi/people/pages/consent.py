"""Consent at the office: taken back at a person's word; and what is read out to people, version by version."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from akeyi.access.door import office_page
from akeyi.access.viewer import Viewer
from akeyi.people import consents, queries, wording
from akeyi.people import notices as read_out
from akeyi.people.purposes import PURPOSES

NOTICE = _("The notice, before anything is asked")


@require_POST
@office_page("reception")
def withdraw(request: HttpRequest, viewer: Viewer, id: str) -> HttpResponse:
    one = queries.reception(viewer, id)
    if one is None:
        raise Http404
    consents.withdraw(viewer, one.subject, request.POST.get("purpose", ""))
    messages.success(
        request,
        gettext("Taken back. Services that were told read it in their link; a list says who is to be told by voice."),
    )
    return redirect("person", one.subject)


@office_page("reception")
def notices(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    # What a team replaced a minute ago is on the page.
    read_out.keep(viewer.site)
    now = {(one.message, one.language): one.version for one in read_out.in_force()}
    told = queries.notices(viewer.site)
    found = [
        {
            "name": wording.PURPOSE_NAMES.get(message, NOTICE),
            "languages": [
                {
                    "code": language,
                    "name": wording.LANGUAGES[language],
                    "versions": [
                        (one, one.version == version)
                        for one in reversed(told)
                        if (one.message, one.language) == (message, language)
                    ],
                }
                for (of, language), version in now.items()
                if of == message
            ],
        }
        for message in dict.fromkeys(message for message, _language in now)
    ]
    purposes = [
        (wording.PURPOSE_NAMES[one.key], wording.BASIS_NAMES[one.basis], one.question is not None) for one in PURPOSES
    ]
    return render(request, "people/notices.html", {"viewer": viewer, "messages_read": found, "purposes": purposes})
