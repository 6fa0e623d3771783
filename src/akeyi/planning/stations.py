"""The eight stations of a reception as planning sees them, and how long each takes where nobody measured it yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Station = Literal["count", "screen", "register", "health", "protection", "serve", "cash", "leave"]
STATIONS: tuple[Station, ...] = ("count", "screen", "register", "health", "protection", "serve", "cash", "leave")
Mode = Literal["full", "quick", "household"]
MODES: tuple[Mode, ...] = ("full", "quick", "household")

# A full registration in 4 minutes, so that ten clerks clear two aircraft in two hours: the arithmetic of reception
# plans. Quick mode in 60 s, a household's card in 90 s: what Akeyi asks of itself. UNHCR publishes 15 min a family.
REGISTER_S: Mapping[Mode, float] = {"full": 240, "quick": 60, "household": 90}


@dataclass(frozen=True)
class Default:
    """How long one person takes (mean and spread, in seconds), and which share of people comes there."""

    mean_s: float
    spread_s: float
    share: float


# Our own guesses but where a line says otherwise (docs/planning.md has the sources); measured times take their place.
DEFAULTS: Mapping[Station, Default] = {
    "count": Default(10, 5, 1),
    "screen": Default(20, 10, 1),
    "register": Default(REGISTER_S["full"], 120, 1),
    # Children below 3, pregnant women, older and injured people: El Salvador's protocol sends all of them there.
    "health": Default(300, 180, 0.15),
    "protection": Default(600, 300, 0.05),
    "serve": Default(30, 15, 1),
    "cash": Default(60, 30, 0.5),
    "leave": Default(20, 10, 1),
}
# 2,064 of 161,986 were children alone (GARR, 2022); two of about 160 on a charter were taken to a hospital (Lagos).
RED, ORANGE = 0.03, 0.20
# Of 10,831 people of the first month in 2021: 6,586 men, 2,456 women, 920 boys, 869 girls (IOM). Babies are not told
# apart there: two of a child's eighteen years.
GROUP_SHARES: Mapping[str, float] = {
    "man": 6586 / 10831,
    "woman": 2456 / 10831,
    "boy": 920 / 10831 * 16 / 18,
    "girl": 869 / 10831 * 16 / 18,
    "baby_boy": 920 / 10831 * 2 / 18,
    "baby_girl": 869 / 10831 * 2 / 18,
}
# Litres a person for a day, and people for one toilet (Sphere, transit); seats of a bus: 700 people in 16 (Corinto).
WATER_L, TOILET_FOR, BUS_SEATS = 3, 50, 44
# Of four toilets three are for women.
TOILETS_WOMEN = 0.75
# How many people one family is, where nobody knows: a token of three.
FAMILY_OF = 3
# More than announced, so that the last one gets something too.
MARGIN = 0.10
