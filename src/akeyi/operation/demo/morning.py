"""The morning of the demo day: a site, its workers, items and cards; nothing has been announced yet."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from akeyi.access import accounts
from akeyi.access.facts.organisation import OrganisationKind, OrganisationRevised
from akeyi.access.facts.site import SiteRevised
from akeyi.access.facts.worker import WorkerRevised
from akeyi.access.greeting import NAME as GREETING
from akeyi.access.models import Worker
from akeyi.access.streams import TABLET_WALLS
from akeyi.assistance.facts.item import ItemRevised
from akeyi.assistance.facts.movement import ItemsMoved
from akeyi.assistance.facts.programme import GivesItem, ProgrammePublished
from akeyi.assistance.facts.store import StoreRevised
from akeyi.feedback.facts.focal_point import FocalPointRevised
from akeyi.journal.ids import new_id
from akeyi.journal.tell import Saying, tell
from akeyi.people.cards.command import print_cards
from akeyi.people.cards.numbers import spoken
from akeyi.people.cards.series import Series, secret_as_text
from akeyi.people.facts.series import SeriesAllocated
from akeyi.referrals.facts.service import ServiceRevised
from akeyi.referrals.groups import Need
from akeyi.screening.forms.publish import publish_ours

from .people import DAY

ZONE = ZoneInfo("America/Port-au-Prince")
ORGANISATIONS: dict[str, OrganisationKind] = {
    "IOM": "un",
    "UNHCR": "un",
    "Office National de la Migration": "state",
    "Red Cross": "red_cross",
    "Byennèt Timoun (child welfare)": "ngo",
    "Sante nan Pòt (health)": "ngo",
    "Men Kontre (NGO)": "ngo",
}
# Short name, organisation as it begins, roles, languages.
WORKERS = (
    ("Guerline", "IOM", ("manager",), ("ht", "fr")),
    ("Wilson", "IOM", ("clerk",), ("ht", "es")),
    ("Nadia", "Men Kontre", ("clerk",), ("ht", "fr", "es")),
    ("Évens", "Byennèt Timoun", ("clerk", "child_protection"), ("ht", "en")),
    ("Marc", "IOM", ("statistics",), ("fr", "en")),
    ("Lourdes", "IOM", ("administrator",), ("fr", "es")),
    ("Yolette", "UNHCR", ("audit",), ("ht", "fr")),
    ("Jacky", "Red Cross", ("volunteer",), ("ht",)),
    ("Carline", "IOM", ("cash",), ("ht", "fr")),
    ("Fritz", "Red Cross", ("triage", "last_word"), ("ht", "es")),
    ("Fabienne", "Sante nan Pòt", ("health",), ("ht", "fr")),
    ("Roseline", "UNHCR", ("protection",), ("ht", "fr", "en")),
    ("Stanley", "Men Kontre", ("safety",), ("ht",)),
    ("Rachelle", "IOM", ("information",), ("ht", "fr", "es", "en")),
    ("Ingrid", "UNHCR", ("holder",), ("fr", "en")),
    ("Solange", "Men Kontre", ("holder",), ("ht", "fr")),
    ("Paulette", "IOM", ("focal_point",), ("ht", "fr")),
    ("Magalie", "UNHCR", ("focal_point",), ("ht", "fr", "es")),
    ("Dieuseul", "Red Cross", ("focal_point",), ("ht", "es")),
    ("Mireille", "IOM", ("head_of_mission",), ("fr", "en")),
    ("Ketsia", "Red Cross", ("phone_desk",), ("ht", "fr")),
    ("Edner", "Office National", ("authority",), ("ht", "fr")),
)
# Icon, how often, names.
Things = tuple[tuple[str, Literal["person", "family", "none"], dict[Literal["ht", "fr", "es", "en"], str]], ...]
ITEMS: Things = (
    ("water", "none", {"ht": "Dlo", "fr": "Eau", "es": "Agua", "en": "Water"}),
    ("meal", "person", {"ht": "Manje cho", "fr": "Repas chaud", "es": "Comida caliente", "en": "Hot meal"}),
    ("kit", "person", {"ht": "Kit ijyèn", "fr": "Kit d'hygiène", "es": "Kit de higiene", "en": "Hygiene kit"}),
    ("baby", "family", {"ht": "Kit tibebe", "fr": "Kit de bébé", "es": "Kit de bebé", "en": "Baby kit"}),
    ("other", "person", {"ht": "Kit diyite", "fr": "Kit de dignité", "es": "Kit de dignidad", "en": "Dignity kit"}),
)
# What is given and of which there is no stock. Of a call nobody writes down the number.
GIVEN_SERVICES: Things = (
    ("phone", "person", {"ht": "Yon apèl", "fr": "Un appel", "es": "Una llamada", "en": "A call"}),
    (
        "charging",
        "none",
        {"ht": "Chaje telefòn", "fr": "Charger le téléphone", "es": "Cargar el teléfono", "en": "Charging a phone"},
    ),
    ("sim", "family", {"ht": "Kat SIM", "fr": "Carte SIM", "es": "Tarjeta SIM", "en": "SIM card"}),
    (
        "comfort",
        "none",
        {"ht": "Premye soutyen", "fr": "Premier réconfort", "es": "Primer consuelo", "en": "First comfort"},
    ),
    ("information", "none", {"ht": "Enfòmasyon", "fr": "Information", "es": "Información", "en": "Information"}),
)
# Who gets what is no longer for everybody: the item's icon, and what the programme says.
PROGRAMMES: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "other",
        {
            "names": {
                "ht": "Fanm ak ti fi",
                "fr": "Femmes et filles",
                "es": "Mujeres y niñas",
                "en": "Women and girls",
            },
            "sex": "female",
            "age_from": 12,
            "per": "person",
        },
    ),
    (
        "baby",
        {
            "names": {
                "ht": "Fanmi ki gen tibebe",
                "fr": "Familles avec un bébé",
                "es": "Familias con un bebé",
                "en": "Families with a baby",
            },
            "age_to": 1,
            "per": "family",
        },
    ),
)
# Name, organisation, for what, where people go, when it is open.
SERVICES: tuple[tuple[str, str, list[Need], str, str], ...] = (
    ("Dwa pou Tout", "Dwa pou Tout (lawyers)", ["legal_aid", "documents"], "Rue des Miracles 14, blue gate", "8-16"),
    ("UNHCR", "UNHCR", ["asylum"], "Rue Panaméricaine 9, side door", "9-17"),
    ("Kay Repo", "Men Kontre (NGO)", ["shelter"], "Delmas 33, green house", "at any hour"),
    ("Byennèt Timoun", "Byennèt Timoun (child welfare)", ["child_care", "tracing"], "Rue Lamarre 2", "at any hour"),
    ("Lopital Lapè", "Sante nan Pòt (health)", ["medical", "mental_health"], "Rue Monseigneur 1", "at any hour"),
)
# Who takes complaints, and where people find them.
FOCAL_POINTS = {
    "Paulette": "Office 3 above the hall, 8-16",
    "Magalie": "Blue container behind the water, mornings",
    "Dieuseul": "Red Cross tent, last row, at any hour",
}
# How many lie in the container at dawn, of which lot, and how many of them go to the hall.
DELIVERIES: dict[str, tuple[int, int, str | None]] = {
    "water": (1200, 400, "W-31"),
    "meal": (350, 350, None),
    "kit": (260, 200, None),
    "baby": (40, 15, "B-7"),
}
SERIES_NAME, PREFIX, CARDS, ROLL = "PAP-7", "418", 500, 50
# The end of the second flight's last roll: the demo's day never comes to hand these out.
FREE = slice(245, 250)


@dataclass
class Morning:
    """What the day is made of, by name."""

    site: str
    workers: dict[str, str] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    series_id: str = ""
    series: Series | None = None


def local(clock: str) -> datetime:
    """A moment of the demo day in Port-au-Prince: `10:05`."""
    hour, minute = clock.split(":")
    return datetime(DAY.year, DAY.month, DAY.day, int(hour), int(minute), tzinfo=ZONE)


@transaction.atomic
def begin() -> Morning:
    """Tells the morning; writes who may sign in to var/greeting.txt and the cards to var/demo/cards.pdf."""
    site = new_id()
    at = local("06:30")

    def say(body: object, subject: str) -> Saying:
        return Saying(body, site=site, subject=subject, at=at)  # type: ignore[arg-type]

    tell(
        say(
            SiteRevised(
                code="PAP", name="Port-au-Prince", timezone="America/Port-au-Prince", country="HTI", place="airport"
            ),
            site,
        )
    )
    day = Morning(site)
    greeting = ["Office (open /office/):"]
    tablets = ["Tablets (open /desk/; a code for a new one stands on the office's page Tablets):"]
    organisations = {name: new_id() for name in ORGANISATIONS}
    for name, kind in ORGANISATIONS.items():
        tell(say(OrganisationRevised(name=name, kind=kind, is_active=True), organisations[name]))
    for short_name, of, roles, languages in WORKERS:
        worker = new_id()
        said = WorkerRevised(
            short_name=short_name,
            works_at=site,
            organisation=next(id for name, id in organisations.items() if name.startswith(of)),
            roles=list(roles),
            languages=list(languages),
            is_active=True,
        )
        tell(say(said, worker))
        day.workers[short_name] = worker
        tablets.append(f"  {short_name:<10} PIN {accounts.new_pin(worker, opens=TABLET_WALLS)}")
        username, password = accounts.invent_account(Worker.objects.get(subject=worker))
        greeting.append(f"  {username:<10} password {password}   ({', '.join(roles)})")
    for is_service, several in ((False, ITEMS), (True, GIVEN_SERVICES)):
        for icon, once_per, names in several:
            day.items[icon] = new_id()
            item = ItemRevised(names=names, once_per=once_per, icon=icon, is_active=True, is_service=is_service)
            tell(say(item, day.items[icon]))
    for icon, programme in PROGRAMMES:
        who = {name: value for name, value in programme.items() if name != "per"}
        given = GivesItem(item=day.items[icon], per=programme["per"])
        tell(say(ProgrammePublished(**who, since=DAY, items=[given]), new_id()))
    _stock(day, at)
    for name, organisation, needs, place, hours in SERVICES:
        service = ServiceRevised(
            name=name,
            organisation=organisation,
            needs=needs,
            place=place,
            hours=hours,
            languages=["ht", "fr"],
            is_active=True,
        )
        tell(say(service, new_id()))
    for short_name, where in FOCAL_POINTS.items():
        tell(say(FocalPointRevised(where=where, is_active=True), day.workers[short_name]))
    publish_ours(site, day.workers["Rachelle"])
    series = _allocate(day, at)
    free = ", ".join(spoken(number) for number in series.draw()[FREE])
    to_try = [
        f"Cards to try: {free}; all of them: {settings.VAR / 'demo' / 'cards.pdf'}",
        f"Passenger lists to try: {settings.VAR / 'demo' / 'lists'}",
    ]
    (settings.VAR / GREETING).write_text("\n".join([*greeting, *tablets, *to_try]) + "\n", encoding="utf-8")
    return day


def _stock(day: Morning, at: datetime) -> None:
    """A container with what was delivered, and the table from which people are given."""
    container, table = new_id(), new_id()
    for id, name, is_giving in ((container, "Container 2", False), (table, "Table in the hall", True)):
        said = StoreRevised(name=name, is_giving=is_giving, is_active=True)
        tell(Saying(said, site=day.site, subject=id, at=at))
    for icon, (came, to_the_hall, lot) in DELIVERIES.items():
        item = day.items[icon]
        for moved in (
            ItemsMoved(
                what="received",
                item=item,
                store=container,
                quantity=came,
                lot=lot,
                document="WB-118",
            ),
            ItemsMoved(what="moved", item=item, store=container, to=table, quantity=to_the_hall),
        ):
            tell(Saying(moved, site=day.site, at=at, worker=day.workers["Guerline"]))


def _allocate(day: Morning, at: datetime) -> Series:
    secret = secrets.token_bytes(32)
    day.series = Series(name=SERIES_NAME, prefix=PREFIX, secret=secret, count=CARDS, roll_size=ROLL)
    day.series_id = new_id()
    of_site = base64.b64encode(secrets.token_bytes(32)).decode()
    tell(
        Saying(
            SeriesAllocated(
                name=SERIES_NAME, prefix=PREFIX, secret=secret_as_text(secret), count=CARDS, roll_size=ROLL
            ),
            site=day.site,
            subject=day.series_id,
            at=at,
        ),
        Saying(SeriesAllocated(name="site", prefix="", secret=of_site, count=0, roll_size=1), site=day.site, at=at),
    )
    folder = settings.VAR / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    print_cards(day.series, folder / "cards.pdf")
    return day.series
