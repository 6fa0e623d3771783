"""Why a file is no list, in the words of the person who sent it for reading; nothing is changed by it."""

from typing import Any

LANGUAGES = ("ht", "fr", "es", "en")

SENTENCES: dict[str, tuple[str, str, str, str]] = {
    "empty": (
        "Fichye a vid.",
        "Le fichier est vide.",
        "El archivo está vacío.",
        "The file is empty.",
    ),
    "too_big": (
        "Fichye a twò gwo: li pa dwe depase {most} MB.",
        "Le fichier est trop grand: {most} Mo au plus.",
        "El archivo es demasiado grande: {most} MB como máximo.",
        "The file is too big: {most} MB at most.",
    ),
    "too_many_lines": (
        "Lis la gen plis pase {most} liy.",
        "La liste a plus de {most} lignes.",
        "La lista tiene más de {most} líneas.",
        "The list has more than {most} lines.",
    ),
    "unknown_format": (
        "Fichye sa a pa yon lis nou ka li: voye yon fichye CSV, XLSX, XLS, ODS oswa PAXLST.",
        "Ce fichier n'est pas une liste lisible: envoyez un fichier CSV, XLSX, XLS, ODS ou PAXLST.",
        "Este archivo no es una lista legible: envíe un archivo CSV, XLSX, XLS, ODS o PAXLST.",
        "This file is not a list that can be read: send a CSV, XLSX, XLS, ODS or PAXLST file.",
    ),
    "picture_or_print": (
        "Fichye sa a se yon foto oswa yon paj enprime: mande tablo a oswa tape lis la.",
        "Ce fichier est une image ou une page imprimée: demandez le tableau ou tapez la liste.",
        "Este archivo es una imagen o una página impresa: pida la tabla o escriba la lista.",
        "This file is a picture or a printed page: ask for the table, or type the list.",
    ),
    "damaged": (
        "Fichye a andomaje; li pa ka louvri.",
        "Le fichier est endommagé et ne s'ouvre pas.",
        "El archivo está dañado y no se abre.",
        "The file is damaged and cannot be opened.",
    ),
    "formula": (
        "Fichye a gen yon fòmil (selil {cell}): mande yon kopi ki gen valè sèlman.",
        "Le fichier contient une formule (cellule {cell}): demandez une copie avec les valeurs seules.",
        "El archivo contiene una fórmula (celda {cell}): pida una copia solo con valores.",
        "The file holds a formula (cell {cell}): ask for a copy with values only.",
    ),
    "macro": (
        "Fichye a gen yon makro (yon pwogram): mande yon kopi san makro.",
        "Le fichier contient une macro (un programme): demandez une copie sans macro.",
        "El archivo contiene una macro (un programa): pida una copia sin macros.",
        "The file holds a macro (a program): ask for a copy without macros.",
    ),
    "password": (
        "Fichye a fèmen ak yon modpas: mande yon kopi san modpas.",
        "Le fichier est protégé par un mot de passe: demandez une copie sans mot de passe.",
        "El archivo está protegido con contraseña: pida una copia sin contraseña.",
        "The file is protected by a password: ask for a copy without one.",
    ),
    "zip_bomb": (
        "Fichye a ta vin twò gwo lè li louvri; li pa li.",
        "Le fichier deviendrait trop grand une fois ouvert; il n'est pas lu.",
        "El archivo sería demasiado grande al abrirlo; no se lee.",
        "The file would grow too large when opened; it is not read.",
    ),
    "xml_entity": (
        "Fichye a vle rale lòt fichye (antite XML); li pa li.",
        "Le fichier veut inclure d'autres contenus (entité XML); il n'est pas lu.",
        "El archivo quiere incluir otros contenidos (entidad XML); no se lee.",
        "The file wants to pull in something else (an XML entity); it is not read.",
    ),
    "no_list": (
        "Fichye a pa gen okenn lis moun nou ka rekonèt.",
        "Aucune liste de personnes n'a été reconnue dans le fichier.",
        "No se reconoció ninguna lista de personas en el archivo.",
        "No list of people was recognised in the file.",
    ),
    "no_header": (
        "Kolòn yo pa gen non, e sa ki ladan yo pa di ase: chwazi sa chak kolòn ye.",
        "Les colonnes n'ont pas de titre et leur contenu ne suffit pas: choisissez ce qu'est chaque colonne.",
        "Las columnas no tienen título y su contenido no basta: elija qué es cada columna.",
        "The columns have no headers and their contents do not say enough: choose what each column is.",
    ),
    "no_people": (
        "Lis la gen tit kolòn, men pa gen okenn moun ladan l.",
        "La liste a des titres de colonnes, mais personne n'y figure.",
        "La lista tiene títulos de columnas, pero ninguna persona.",
        "The list has column headers, but nobody is on it.",
    ),
    "wrong_mapping": (
        "Yo chwazi yon sans ki pa egziste pou yon kolòn.",
        "Un sens inconnu a été choisi pour une colonne.",
        "Se eligió un significado que no existe para una columna.",
        "A meaning that does not exist was chosen for a column.",
    ),
    "too_long": (
        "Li te pran twòp tan pou li fichye a; li pa li.",
        "La lecture du fichier a pris trop de temps; elle est arrêtée.",
        "La lectura del archivo tardó demasiado; se detuvo.",
        "Reading the file took too long and was stopped.",
    ),
    "too_much_memory": (
        "Fichye a te mande twòp memwa; li pa li.",
        "La lecture du fichier demandait trop de mémoire; elle est arrêtée.",
        "La lectura del archivo pedía demasiada memoria; se detuvo.",
        "Reading the file needed too much memory and was stopped.",
    ),
    "reader_failed": (
        "Nou pa t ka li fichye a; fichye a pa chanje anyen.",
        "La lecture du fichier a échoué; rien n'a été changé.",
        "No se pudo leer el archivo; no se cambió nada.",
        "The file could not be read; nothing was changed.",
    ),
}


class NotAList(Exception):
    """The file is no list. `columns` shows what was seen, where a person could still say what is what."""

    def __init__(self, code: str, columns: list[dict[str, Any]] | None = None, **parameters: Any) -> None:
        # The text of the exception may reach a log: the code alone, never a cell.
        super().__init__(code)
        self.code = code
        self.parameters = parameters
        self.columns = columns or []

    def sentence(self, language: str = "en") -> str:
        said = SENTENCES[self.code]
        chosen = said[LANGUAGES.index(language) if language in LANGUAGES else 3]
        return chosen.format_map(_Blanks(self.parameters))

    def as_dict(self) -> dict[str, Any]:
        return {"error": self.code, "parameters": self.parameters, "columns": self.columns}


class _Blanks(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"
