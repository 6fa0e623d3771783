"""Columns about offences, legal status, remarks and health: never imported, never shown, whatever else a header says."""

# ruff: noqa: E501 - tables of words read better in long lines

import re

from .words import fold

_BEGINNINGS = """
offen crim krim convict condam conden kondan felon misdemean delit delict delik antecedent antesedan judici
jidis penal remov inadmiss arrest arest prison prizon detenc detent incarcer sentenc santans gang casier kazye
charg warrant jugement jijman infraction infraccion infraksyon enfraksyon accus acusac akiz imputac peine
sanction sancion sanksyon recidiv wanted interpol allegat apprehen aprehen apresan violation violacion verdict
prontuari narco homicid caus remark remarq remak comment coment komant observ obsev obsv annot anotac mention
mencion mansyon divers memo info enfom detail detal detay particular patikil precision presizyon explic eksplik
descri deskri background histor istor immigra inmigra imigra migrator migratoir legal ilegal illegal ilegalite
irregul status statut estatus estati estatut situat situac sitiyas motif motiv ground reason razon rezon raison
custod jail police polic polis securit segurid seguranc threat risk risque riesgo danger court tribunal asylum
asile asilo azil alien gravedad gravite condition condicion kondisyon deplasman deplacement desplazamiento
voluntar volontair volonte expedient dosye health sante salud saude medic medik diagnos disease maladi
enfermedad pregnan enceint embaraz ansent hiv vih vulnerab disab handicap andikap discapac problem pwoblem
"""
# These are whole words only: they begin many harmless ones.
_WHOLE = """
note notes nota notas not nt nb nta rem rems obs rmq misc pena deli koz zak faute fautes falta faltas fot lwa
loi ley law estado dossier record records arete arrete arretes cargos mandat flag alert alerta
"""
# Words that mean something only together, or only when nothing stands beside them.
_TOGETHER = re.compile(
    r"\b(?:n b|final order|orders? of|re entry|tip retou|type de retour|return type)\b"
    r"|^(?:autres?|others?|otr[oa]s?|lot|etat|leta|eta)$"
)
_NEVER = re.compile(rf"\b(?:{'|'.join(_BEGINNINGS.split())})|\b(?:{'|'.join(_WHOLE.split())})\b")
_HARMLESS = re.compile(r"\bestado civil\b|\bdossier familial\b|\betat civil\b")

# What the sending side calls people, or what it did: a name stands below it only where the header says so.
SENT = re.compile(r"\b(?:deport|depot|expuls|expell|detain|deten[iu])\w*\b")
_SENT_PERSON = re.compile(
    r"deport(?:ees?|ed|es?|ad[oa]s?)|depote|expuls(?:e|es|ee|ees|ad[oa]s?)|expelled|detain(?:ees?|ed)|detenid[oa]s?|detenu(?:s|e|es)?"
)
# "Expulsé pour", "Rapatriye pou": whatever follows is a reason.
_WHY = re.compile(
    r"\b(?:rapatri|repatri|return|retourn|retorn|retoun|deport|depot|expuls)\w*(?: \w+)? (?:pour|pou|por|for)\b"
)
# Words so plain that they end the name or the number they are written beside.
_BESIDE = re.compile(
    r"\b(?:deport|depot|expuls|crimin|delinc|arrest|prison|prizon|convict|condam|conden|kondan|illegal|ilegal)\w*|\bgangs?\b"
)


def is_never(folded: str) -> bool:
    """Whether a folded header is about what is never imported; words of `SENT` are for the caller to judge."""
    rest = _HARMLESS.sub(" ", folded)
    return bool(_NEVER.search(rest) or _TOGETHER.search(rest) or _WHY.search(rest))


def is_person_sent(word: str) -> bool:
    """*Deportado*, *expulsée*: somebody, and not what was done to them."""
    return bool(_SENT_PERSON.fullmatch(word))


def could_be_never(text: str) -> bool:
    """A quick look at a cell: whether it may be such a header at all."""
    folded = fold(text)
    return is_never(folded) or bool(SENT.search(folded))


def is_only_never(text: str) -> bool:
    """Whether a cell says nothing else: *Remarques*, *Motif du retour*, but not Courtney Dupont."""
    return all(len(word) < 4 or _NEVER.match(word) or SENT.match(word) for word in fold(text).split())


def without_remark(text: str) -> str:
    """A name, a number or a group without the remark that somebody wrote behind it."""
    if not _BESIDE.search(fold(text)):
        return text
    words = text.split()
    end = next((place for place, word in enumerate(words) if place and _BESIDE.search(fold(word))), len(words))
    return " ".join(words[:end]).rstrip(" ([{:;,/|–—-")
