"""The four languages of the office pages, Haitian Creole among them, with days and times in each."""

from datetime import date, datetime

from django.conf.locale import LANG_INFO
from django.utils import timezone
from django.utils.translation import get_language

# Django itself speaks a hundred languages, this one not.
KREYOL = {"bidi": False, "code": "ht", "name": "Haitian Creole", "name_local": "Kreyòl"}

DAYS = {
    "ht": ("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "ht": ["janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def teach_django_kreyol() -> None:
    """Lets Django name and choose Haitian Creole."""
    LANG_INFO.setdefault("ht", KREYOL)


def language() -> str:
    """The language of this answer: one of the four."""
    chosen = (get_language() or "en").split("-")[0]
    return chosen if chosen in MONTHS else "en"


def day_month(day: date, language: str) -> str:
    """`19 September`, as each language writes it."""
    month = MONTHS[language][day.month - 1]
    if language == "es":
        return f"{day.day} de {month}"
    if language == "fr" and day.day == 1:
        return f"1er {month}"
    if language == "ht" and day.day == 1:
        return f"premye {month}"
    return f"{day.day} {month}"


def long_day(day: date, language: str) -> str:
    """`Sunday 19 September 2021`."""
    of = " de " if language == "es" else " "
    comma = "," if language == "es" else ""
    return f"{DAYS[language][day.weekday()]}{comma} {day_month(day, language)}{of}{day.year}"


def clock(moment: datetime) -> str:
    """`14:05`, at the site."""
    return timezone.localtime(moment).strftime("%H:%M")


def moment_near(moment: datetime, now: datetime, language: str) -> str:
    """A time of today as `14:05`, of another day with its day: `18 September 14:05`."""
    local = timezone.localtime(moment)
    if local.date() == timezone.localtime(now).date():
        return local.strftime("%H:%M")
    day = day_month(local.date(), language)
    if local.year != timezone.localtime(now).year:
        day = f"{day} {local.year}"
    return f"{day} {local.strftime('%H:%M')}"
