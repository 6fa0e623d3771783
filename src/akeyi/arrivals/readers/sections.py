"""Tells rows that speak about the rows around them (a family, women, a signature) from rows that are people."""

# ruff: noqa: E501 - tables of words and patterns read better in long lines

import re

from .never import without_remark
from .sexes import Sex
from .words import fold

_FAMILY = re.compile(
    r"^(?:family|famille|familia|fanmi|group|groupe|grupo|gwoup|menage|hogar|household|nucleo familiar|hh|family group"
    r"|groupe familial|grupo familiar|gwoup fanmi|unite familiale|family unit)\b"
)
_WOMEN = {
    "women",
    "woman",
    "females",
    "female",
    "femmes",
    "femme",
    "mujeres",
    "fanm",
    "filles",
    "girls",
    "ninas",
    "ti fi",
    "mulheres",
}
_MEN = {"men", "man", "males", "male", "hommes", "homme", "hombres", "gason", "garcons", "boys", "ti gason", "homens"}
_HEADINGS = (
    _WOMEN
    | _MEN
    | {
        *(
            "children",
            "child",
            "enfants",
            "enfant",
            "timoun",
            "ninos",
            "ninos y ninas",
            "adults",
            "adult",
            "adultes",
            "adultos",
            "granmoun",
            "minors",
        ),
        *(
            "mineurs",
            "menores",
            "babies",
            "infants",
            "bebes",
            "bebe",
            "nourrissons",
            "families",
            "familles",
            "familias",
        ),
        *("fanmi yo", "single adults", "adultes seuls", "unaccompanied minors", "unaccompanied children", "passengers"),
        *(
            "mineurs non accompagnes",
            "menores no acompanados",
            "enfants non accompagnes",
            "passagers",
            "pasajeros",
            "pasaje",
        ),
        *(
            "adult males",
            "adult females",
            "single men",
            "single women",
            "hommes adultes",
            "femmes adultes",
            "family units",
        ),
        *(
            "hommes seuls",
            "femmes seules",
            "timoun ki pou kont yo",
            "continued",
            "suite",
            "continuacion",
            "list",
            "liste",
        ),
    }
)
# Written beside a number of the list, where nobody knew the name.
_FOR_ONE = {
    *(
        "bebe",
        "baby",
        "infant",
        "enfant",
        "child",
        "nourrisson",
        "timoun",
        "nino",
        "nina",
        "ti fi",
        "ti gason",
        "fille",
    ),
    *("garcon", "girl", "boy", "woman", "man", "femme", "homme", "mujer", "hombre", "fanm", "gason", "adult", "adulte"),
}
# Whole phrases only: Page, Fin and Fuente are also people's names.
_FOOTER = re.compile(
    r"^(?:(?:prepared|approved|certified|verified|signed|revised|compiled|printed|checked|updated|generated|reviewed) (?:by|on|at)"
    r"|(?:prepare|etabli|fait|approuve|certifie|verifie|signe|imprime|vu|dresse|valide)e? (?:par|a|le)"
    r"|(?:elaborado|hecho|aprobado|certificado|verificado|firmado|impreso|revisado|preparado) (?:por|en|el)"
    r"|(?:prepare|verifye|siyen|fet) pa\b|(?:signature|firma|siyati) (?:of|du|de|et|responsab|y|and|cachet)|signature$|firma$"
    r"|(?:page|pagina|paj) \d|\d+ (?:of|de|sur) \d+$|end of (?:list|manifest|report)|fin de (?:la )?list[ae]|fen lis"
    r"|(?:date|fecha|dat) \d|(?:confidential|confidentiel|confidencial)\b|(?:version|revision) \d|le responsable$|cachet|nb )"
)


def family_heading(text: str) -> str | None:
    """*Famille 3* above its members: what the group is called."""
    shown = re.sub(r"\s*[:\-–—]*\s*(?:\(\s*\d+[^()]*\))?\s*[:\-–—]*$", "", without_remark(text)).strip()
    folded = fold(shown)
    return shown[:40] if _FAMILY.match(folded) and 1 < len(folded.split()) <= 5 else None


def is_heading(text: str) -> bool:
    return _plain(text) in _HEADINGS


def is_for_one(text: str) -> bool:
    """*Bébé*: a word for one person, which stands for a name that nobody wrote down."""
    return _plain(text) in _FOR_ONE


def sex_of_heading(text: str) -> Sex | None:
    plain = _plain(text)
    words = set(plain.split()) | {plain}
    return "female" if words & _WOMEN else "male" if words & _MEN else None


def is_footer(text: str) -> bool:
    return bool(_FOOTER.match(fold(text)))


def _plain(text: str) -> str:
    return re.sub(r"\b\d+\b", "", fold(text)).strip()
