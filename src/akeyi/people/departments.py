"""The ten departments of Haiti by their official place codes, with their names."""

from django.utils.translation import gettext_lazy as _

DEPARTMENTS = {
    "HT01": _("Ouest"),
    "HT02": _("Sud-Est"),
    "HT03": _("Nord"),
    "HT04": _("Nord-Est"),
    "HT05": _("Artibonite"),
    "HT06": _("Centre"),
    "HT07": _("Sud"),
    "HT08": _("Grande'Anse"),
    "HT09": _("Nord-Ouest"),
    "HT10": _("Nippes"),
}
