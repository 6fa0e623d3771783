"""What a column of a list can mean, as a person chooses it in the preview."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Meaning:
    """`labels` are in Haitian Creole, French, Spanish, English; `can_repeat`: several columns are joined."""

    code: str
    labels: dict[str, str]
    can_repeat: bool = False


def _meaning(code: str, ht: str, fr: str, es: str, en: str, can_repeat: bool = False) -> Meaning:
    return Meaning(code, {"ht": ht, "fr": fr, "es": es, "en": en}, can_repeat)


BY_CODE: dict[str, Meaning] = {
    meaning.code: meaning
    for meaning in (
        _meaning("ignored", "Pa pran", "Ne pas reprendre", "No importar", "Not taken in", True),
        _meaning("number", "Nimewo nan lis la", "Numéro dans la liste", "Número en la lista", "Number in the list"),
        _meaning("family_name", "Siyati", "Nom de famille", "Apellido", "Family name", True),
        _meaning("given_names", "Non", "Prénoms", "Nombres", "Given names", True),
        _meaning(
            "full_name", "Non konplè", "Nom complet, ordre inconnu", "Nombre completo, orden desconocido", "Full name"
        ),
        _meaning(
            "full_name_family_first",
            "Non konplè, siyati an premye",
            "Nom complet, nom de famille d'abord",
            "Nombre completo, apellido primero",
            "Full name, family name first",
        ),
        _meaning(
            "full_name_given_first",
            "Non konplè, non an premye",
            "Nom complet, prénom d'abord",
            "Nombre completo, nombre primero",
            "Full name, given names first",
        ),
        _meaning("sex", "Sèks", "Sexe", "Sexo", "Sex"),
        _meaning("title", "Tit (Msye, Madan)", "Civilité", "Tratamiento (Sr., Sra.)", "Title (Mr, Mrs)"),
        _meaning("sex_and_age", "Sèks ak laj", "Sexe et âge", "Sexo y edad", "Sex and age"),
        _meaning("birth_date", "Dat nesans", "Date de naissance", "Fecha de nacimiento", "Date of birth"),
        _meaning(
            "birth_date_day_first",
            "Dat nesans, jou an premye",
            "Date de naissance, jour d'abord",
            "Fecha de nacimiento, día primero",
            "Date of birth, day first",
        ),
        _meaning(
            "birth_date_month_first",
            "Dat nesans, mwa an premye",
            "Date de naissance, mois d'abord",
            "Fecha de nacimiento, mes primero",
            "Date of birth, month first",
        ),
        _meaning("birth_day", "Jou nesans", "Jour de naissance", "Día de nacimiento", "Day of birth"),
        _meaning("birth_month", "Mwa nesans", "Mois de naissance", "Mes de nacimiento", "Month of birth"),
        _meaning("birth_year", "Ane nesans", "Année de naissance", "Año de nacimiento", "Year of birth"),
        _meaning("age", "Laj", "Âge", "Edad", "Age"),
        _meaning("age_months", "Laj an mwa", "Âge en mois", "Edad en meses", "Age in months"),
        _meaning("is_female", "Yon mak si se fi", "Marque si femme", "Marca si es mujer", "Mark where female"),
        _meaning("is_male", "Yon mak si se gason", "Marque si homme", "Marca si es hombre", "Mark where male"),
        _meaning("nationality", "Nasyonalite", "Nationalité", "Nacionalidad", "Nationality"),
        _meaning(
            "document_number", "Nimewo papye", "Numéro de document", "Número de documento", "Document number", True
        ),
        _meaning("family_group", "Gwoup fanmi", "Groupe familial", "Grupo familiar", "Family group"),
    )
}

# What a person can choose for a column, with the words of each language for it.
MEANINGS: list[tuple[str, dict[str, str]]] = [(meaning.code, meaning.labels) for meaning in BY_CODE.values()]

FULL_NAMES = ("full_name", "full_name_family_first", "full_name_given_first")
BIRTHS = ("birth_date", "birth_date_day_first", "birth_date_month_first")
NAMES = ("family_name", "given_names", *FULL_NAMES)
# Meanings that a line is made of: a table that has none of them is no list.
OF_A_LINE = frozenset(BY_CODE) - {"ignored", "number", "title"}
