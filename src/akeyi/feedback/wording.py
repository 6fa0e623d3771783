"""The words on screens for complaints."""

from django.utils.translation import gettext_lazy as _

CATEGORIES = {
    "money": _("Did not get what is due"),
    "place": _("The place: water, food, toilets, waiting"),
    "treated": _("Treated badly"),
    "favour": _("Asked for money or a favour"),
    "abuse": _("Touched, or asked for love or sex"),
    "other": _("Something else, an idea"),
}
