"""The words that a sheet of workers may use for its columns, for roles and for languages, in four languages."""

import re
from collections.abc import Iterable
from functools import cache

from django.utils.translation import override

from akeyi.access.pages.workers import LANGUAGE_WORDS, ROLE_WORDS
from akeyi.arrivals.readers.words import fold
from akeyi.errors import LANGUAGES

# The first four stand in the template, in the order of LANGUAGES; the others are understood too.
Words = dict[str, tuple[str, ...]]

HEADERS: Words = {
    "name": (
        *("Ti non", "Nom court", "Nombre corto", "Short name"),
        *("Non", "Nom", "Nombre", "Name", "Non konplè", "Nom complet", "Nombre completo", "Full name"),
        *("Nom et prénom", "Prénom et nom", "Nombre y apellido", "Nombre y apellidos", "Worker", "Agent", "Ajan"),
    ),
    "organisation": (
        *("Òganizasyon", "Organisation", "Organización", "Organisation"),
        *("Organization", "Ajans", "Agence", "Agencia", "Agency", "Enstitisyon", "Institution", "Institución"),
    ),
    "roles": (
        *("Wòl", "Rôles", "Roles", "Roles"),
        *("Rôle", "Rol", "Role", "Wòl yo", "Fonksyon", "Fonction", "Fonctions", "Función", "Funciones", "Function"),
        *("Gen dwa wè", "Peut voir", "Puede ver", "May see"),
    ),
    "languages": (
        *("Lang", "Langues", "Idiomas", "Languages"),
        *("Lang yo", "Langue", "Idioma", "Lenguas", "Language", "Pale", "Parle", "Habla", "Speaks"),
    ),
}
ROLES: Words = {
    "manager": (
        *("Responsab", "Responsable", "Responsable", "Manager"),
        *("Gerente", "Encargado", "Encargada", "Chef de site", "Jefe de sitio", "Jefa de sitio"),
    ),
    "administrator": (
        *("Administratè", "Administrateur", "Administrador", "Administrator"),
        *("Administratrice", "Administradora", "Admin"),
    ),
    "audit": ("Pwoteksyon done", "Protection des données", "Protección de datos", "Data protection", "Audit", "DPO"),
    "clerk": (
        *("Akèy", "Accueil", "Acogida", "Reception"),
        *("Clerk", "Recepción", "Anrejistreman", "Enregistrement", "Registro", "Registration", "Agent d'accueil"),
    ),
    "volunteer": (
        *("Volontè", "Bénévole", "Voluntario", "Volunteer"),
        *("Volontaire", "Voluntaria", "Voluntariado"),
    ),
    "cash": ("Lajan", "Espèces", "Efectivo", "Cash", "Kès", "Caisse", "Caja", "Cash officer"),
    "triage": ("Triyaj", "Tri", "Triaje", "Triage"),
    "health": (
        *("Sante", "Santé", "Salud", "Health"),
        *("Enfimyè", "Infirmier", "Infirmière", "Enfermero", "Enfermera", "Nurse"),
        *("Doktè", "Médecin", "Médico", "Médica", "Doctor"),
    ),
    "child_protection": (
        *("Pwoteksyon timoun", "Protection de l'enfance", "Protección de la niñez", "Child protection"),
        *("Protection des enfants", "Protección de niños", "Protección infantil"),
    ),
    "protection": ("Pwoteksyon", "Protection", "Protección", "Protection"),
    "last_word": ("Dènye mo", "Dernier mot", "Última palabra", "Last word"),
    "safety": ("Sekirite", "Sécurité", "Seguridad", "Safety", "Security"),
    "information": (
        *("Enfòmasyon", "Information", "Información", "Information"),
        *("Fòm", "Formulaires", "Formularios", "Forms", "Information officer"),
    ),
    "statistics": ("Estatistik", "Statistiques", "Estadística", "Statistics", "Statistique", "Estadísticas"),
    "head_of_mission": (
        *("Chèf misyon", "Direction de la mission", "Jefatura de misión", "Head of mission"),
        *("Chef de mission", "Jefe de misión", "Jefa de misión"),
    ),
    "holder": (
        *("Moun ki kenbe kle", "Personne qui tient une clé", "Persona que guarda una llave", "Holder of a key"),
        *("Holder", "Key holder"),
    ),
    "focal_point": (
        *("Pwen fokal plent", "Point focal plaintes", "Punto focal de quejas", "Focal point for complaints"),
        *("Pwen fokal", "Point focal", "Punto focal", "Focal point"),
    ),
    "phone_desk": (
        *("Sèvis apèl", "Service des appels", "Servicio de llamadas", "Phone desk"),
        *("Telefòn", "Téléphone", "Teléfono", "Calls"),
    ),
    "authority": (
        *("Otorite leta", "Autorité de l'État", "Autoridad del Estado", "State authority"),
        *("Otorite", "Autorité", "Autoridad", "Authority"),
    ),
}
SPOKEN: Words = {
    "ht": ("Kreyòl", "Créole", "Criollo", "Creole", "Kreyòl ayisyen", "Créole haïtien", "Haitian Creole", "Haitian"),
    "fr": ("Fransè", "Français", "Francés", "French", "Franse"),
    "es": ("Panyòl", "Espagnol", "Español", "Spanish", "Espanyòl", "Castellano"),
    "en": ("Angle", "Anglais", "Inglés", "English"),
}
_BETWEEN = re.compile(r"[;|/\n]")
_AND = re.compile(r"[,+&·•]|\s(?:ak|et|y|e|and)\s", re.I)


def key(text: str) -> str:
    """How names are compared: accents, case and signs between words make nobody another."""
    return fold(text) or " ".join(text.casefold().split())


def written(words: Words, code: str, language: str) -> str:
    """The word that the template uses."""
    return words[code][LANGUAGES.index(language)]


def column(header: str) -> str | None:
    """What a column is by its header, which may say it in two languages: *Non / Nom*."""
    known = _folded("headers")
    for part in (header, *re.split(r"[/\n|(]", header)):
        if code := known.get(fold(part)):
            return code
    return None


def roles(cell: str) -> tuple[list[str], list[str]]:
    """The roles in a cell, and the words in it that are none."""
    return _read(cell, _folded("roles"))


def languages(cell: str) -> tuple[list[str], list[str]]:
    """The languages in a cell, *ht fr* too, and the words in it that are none of the four."""
    known = _folded("languages")
    tokens = [known.get(fold(token)) for token in cell.split()]
    return ([code for code in dict.fromkeys(tokens) if code], []) if tokens and all(tokens) else _read(cell, known)


def _read(cell: str, known: dict[str, str]) -> tuple[list[str], list[str]]:
    found: list[str] = []
    strange: list[str] = []
    # What a page calls a role may hold commas itself, so the whole is asked before its parts.
    for part in [cell] if fold(cell) in known else _BETWEEN.split(cell):
        for word in [part] if fold(part) in known else _AND.split(part):
            if code := known.get(fold(word)):
                found.append(code)
            elif word.strip():
                strange.append(" ".join(word.split())[:40])
    return list(dict.fromkeys(found)), strange


@cache
def _folded(what: str) -> dict[str, str]:
    if what == "headers":
        return _by_word(HEADERS)
    if what == "languages":
        return _by_word(SPOKEN) | {code: code for code, _ in LANGUAGE_WORDS}
    return _by_word(ROLES) | _by_word(_as_pages_say()) | {fold(code): code for code in ROLES}


def _as_pages_say() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {code: [] for code in ROLE_WORDS}
    for language in LANGUAGES:
        with override(language):
            for code, word in ROLE_WORDS.items():
                found[code].append(str(word))
    return found


def _by_word(words: dict[str, tuple[str, ...]] | dict[str, list[str]]) -> dict[str, str]:
    return {fold(word): code for code, said in words.items() for word in _each(said)}


def _each(said: Iterable[str]) -> Iterable[str]:
    return (word for word in said if fold(word))
