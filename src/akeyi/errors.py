"""The one catalogue of all errors: a number, a sentence for the worker, and what to do now, in every language."""

from dataclasses import dataclass
from typing import Any

LANGUAGES = ("ht", "fr", "es", "en")


@dataclass(frozen=True)
class Kind:
    """One error: HTTP status, and sentence and next step by language."""

    number: int
    status: int
    sentence: dict[str, str]
    next: dict[str, str]


class AkeyiError(Exception):
    """An error a worker can act on; its text never reaches a log."""

    def __init__(self, kind: Kind, **parameters: Any) -> None:
        super().__init__(f"Akeyi {kind.number}")
        self.kind = kind
        self.parameters = parameters

    def sentence(self, language: str) -> str:
        return _said(self.kind.sentence, language, self.parameters)

    def next(self, language: str) -> str:
        return _said(self.kind.next, language, self.parameters)

    def as_json(self, language: str) -> dict[str, Any]:
        return {
            "error": {
                "number": self.kind.number,
                "sentence": self.sentence(language),
                "next": self.next(language),
            }
        }


def _said(by_language: dict[str, str], language: str, parameters: dict[str, Any]) -> str:
    return by_language.get(language, by_language["en"]).format(**parameters)


CATALOGUE: dict[int, Kind] = {}


def _error(number: int, status: int, sentence: tuple[str, str, str, str], next: tuple[str, str, str, str]) -> Kind:
    kind = Kind(number, status, dict(zip(LANGUAGES, sentence, strict=True)), dict(zip(LANGUAGES, next, strict=True)))
    if number in CATALOGUE:
        raise ValueError(f"error {number} is in the catalogue already")
    CATALOGUE[number] = kind
    return kind


TABLET_UNKNOWN = _error(
    101,
    401,
    (
        "Sant la pa konnen tablèt sa a.",
        "Le centre ne connaît pas cette tablette.",
        "El centro no conoce esta tableta.",
        "The hub does not know this tablet.",
    ),
    (
        "Mande responsab la yon nouvo kòd.",
        "Demandez un nouveau code à la personne responsable.",
        "Pida un código nuevo a la persona responsable.",
        "Ask the site manager for a new code.",
    ),
)
TABLET_WITHDRAWN = _error(
    102,
    403,
    (
        "Tablèt sa a pa nan sèvis ankò.",
        "Cette tablette n'est plus en service.",
        "Esta tableta ya no está en servicio.",
        "This tablet is no longer in service.",
    ),
    (
        "Remèt li bay responsab la; anyen pa pèdi.",
        "Rendez-la à la personne responsable; rien n'est perdu.",
        "Devuélvala a la persona responsable; nada se ha perdido.",
        "Give it to the site manager; nothing is lost.",
    ),
)
CODE_NOT_VALID = _error(
    103,
    403,
    (
        "Kòd sa a pa bon, oswa yo itilize l deja.",
        "Ce code n'est pas valable, ou a déjà servi.",
        "Este código no es válido o ya se usó.",
        "This code is not valid, or was used before.",
    ),
    (
        "Mande responsab la yon nouvo kòd.",
        "Demandez un nouveau code à la personne responsable.",
        "Pida un código nuevo a la persona responsable.",
        "Ask the site manager for a new code.",
    ),
)
PIN_WRONG = _error(
    104,
    401,
    ("PIN nan pa bon.", "Le code PIN n'est pas le bon.", "El PIN no es correcto.", "The PIN is not right."),
    (
        "Eseye ankò; si ou bliye l, responsab la ka ba ou yon lòt.",
        "Réessayez; en cas d'oubli, la personne responsable peut en donner un autre.",
        "Inténtelo otra vez; si lo olvidó, la persona responsable puede darle otro.",
        "Try again; if you forgot it, the site manager can give you another.",
    ),
)
PIN_TOO_SOON = _error(
    105,
    429,
    (
        "Twòp PIN ki pa bon. Tann {seconds} segond.",
        "Trop de codes erronés. Attendez {seconds} secondes.",
        "Demasiados PIN incorrectos. Espere {seconds} segundos.",
        "Too many wrong PINs. Wait {seconds} seconds.",
    ),
    (
        "Si ou bliye PIN ou, responsab la ka ba ou yon lòt.",
        "En cas d'oubli, la personne responsable peut donner un autre PIN.",
        "Si lo olvidó, la persona responsable puede darle otro PIN.",
        "If you forgot your PIN, the site manager can give you another.",
    ),
)
NOT_FACTS = _error(
    106,
    400,
    (
        "Sant la pa konprann sa tablèt la voye.",
        "Le centre n'a pas compris l'envoi de la tablette.",
        "El centro no entendió lo que envió la tableta.",
        "The hub did not understand what the tablet sent.",
    ),
    (
        "Kontinye travay; di responsab la nimewo sa a.",
        "Continuez à travailler; signalez ce numéro à la personne responsable.",
        "Siga trabajando; diga este número a la persona responsable.",
        "Go on working; tell the site manager this number.",
    ),
)
TOO_MUCH_AT_ONCE = _error(
    107,
    413,
    (
        "Tablèt la voye twòp bagay yon sèl kou.",
        "La tablette a trop envoyé à la fois.",
        "La tableta envió demasiado de una vez.",
        "The tablet sent too much at once.",
    ),
    (
        "L ap eseye ankò pou kont li ak mwens.",
        "Elle réessaie d'elle-même avec moins.",
        "Lo intentará sola con menos.",
        "It tries again by itself with less.",
    ),
)
