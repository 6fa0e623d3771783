"""Tells rows that speak about the rows around them (a family, women, a signature) from rows that are people."""

import re

from .sexes import Sex
from .words import fold

_FAMILY = re.compile(
    r"^(?:family|famille|familia|fanmi|group|groupe|grupo|gwoup|menage|hogar|household|nucleo familiar|hh|family group"
    r"|groupe familial|grupo familiar|gwoup fanmi|unite familiale|family unit)\b"
)
_WOMEN = {"women", "woman", "females", "female", "femmes", "femme", "mujeres", "fanm", "filles", "girls", "ninas", "ti fi", "mulheres"}
_MEN = {"men", "man", "males", "male", "hommes", "homme", "hombres", "gason", "garcons", "boys", "ninos", "ti gason", "homens"}
_HEADINGS = _WOMEN | _MEN | {
    *("children", "child", "enfants", "enfant", "timoun", "adults", "adult", "adultes", "adultos", "granmoun", "minors"),
    *("mineurs", "menores", "babies", "infants", "bebes", "bebe", "nourrissons", "families", "familles", "familias"),
    *("fanmi yo", "single adults", "adultes seuls", "unaccompanied minors", "unaccompanied children", "passengers"),
    *("mineurs non accompagnes", "menores no acompanados", "enfants non accompagnes", "passagers", "pasajeros", "pasaje"),
    *("adult males", "adult females", "single men", "single women", "hommes adultes", "femmes adultes", "family units"),
    *("hommes seuls", "femmes seules", "timoun ki pou kont yo", "continued", "suite", "continuacion", "list", "liste"),
}
_FOOTER = re.compile(
    r"^(?:prepared|prepare|elabore|elaborado|hecho|fait|etabli|signature|signe|signed|firma|firmado|siyen|siyati|page|pagina|paj"
    r"|printed|imprime|impreso|source|fuente|sous reserve|approved|approuve|aprobado|certified|certifie|vu|visto|verified|verifie"
    r"|end of list|fin de la? ?list[ae]|fin|end|confidential|confidentiel|confidencial|cachet|sello|le responsable|captain|capitaine"
    r"|revised|revise|updated|mis a jour|actualizado|version|generated|legend|legende|leyenda|nb|n b|ps)\b"
)


def family_heading(text: str) -> str | None:
    """*Famille 3* above its members: what the group is called."""
    shown = re.sub(r"\s*[:\-–—]*\s*(?:\(\s*\d+[^()]*\))?\s*[:\-–—]*$", "", text).strip()
    folded = fold(shown)
    return shown[:40] if _FAMILY.match(folded) and 1 < len(folded.split()) <= 5 else None


def is_heading(text: str) -> bool:
    return _plain(text) in _HEADINGS


def sex_of_heading(text: str) -> Sex | None:
    plain = _plain(text)
    words = set(plain.split()) | {plain}
    return "female" if words & _WOMEN else "male" if words & _MEN else None


def is_footer(text: str) -> bool:
    return bool(_FOOTER.match(fold(text))) and (len(text.split()) > 1 or fold(text) not in ("fin", "end", "page"))


def _plain(text: str) -> str:
    return re.sub(r"\b\d+\b", "", fold(text)).strip()
