"""Why a row of a sheet of workers is not taken in, and what helps: said beside the row before anything is kept."""

from .kinds import error

NO_COLUMNS_OF_WORKERS = error(
    351,
    ht=("Pa gen liy ki bay kolòn Non ak kolòn Wòl.", "Pran modèl la, oswa ekri tit sa yo sou kolòn yo."),
    fr=("Aucune ligne ne nomme les colonnes Nom et Rôles.", "Prenez le modèle, ou écrivez ces titres de colonnes."),
    es=("Ninguna fila nombra las columnas Nombre y Roles.", "Use la plantilla o escriba esos títulos de columna."),
    en=("No row names the columns Name and Roles.", "Use the template, or write these column headers."),
)
TOO_MANY_WORKERS = error(
    352,
    ht=("Plis pase {most} moun an yon sèl fwa.", "Separe fichye a."),
    fr=("Plus de {most} personnes à la fois.", "Partagez le fichier."),
    es=("Más de {most} personas a la vez.", "Divida el archivo."),
    en=("More than {most} people at once.", "Split the file."),
)
WORKER_WITHOUT_NAME = error(
    353,
    ht=("Liy sa a pa gen non.", "Ekri jan kòlèg yo rele moun nan."),
    fr=("Cette ligne n'a pas de nom.", "Écrivez le nom que disent les collègues."),
    es=("Esta fila no tiene nombre.", "Escriba el nombre que dicen sus colegas."),
    en=("This row has no name.", "Write the name that colleagues use."),
)
NAME_TOO_LONG = error(
    354,
    ht=("Yon non gen plis pase {most} lèt.", "Fè l pi kout."),
    fr=("Un nom a plus de {most} signes.", "Raccourcissez-le."),
    es=("Un nombre tiene más de {most} signos.", "Acórtelo."),
    en=("A name has more than {most} signs.", "Make it shorter."),
)
WORKS_HERE_ALREADY = error(
    355,
    ht=("Yon moun ki gen non sa a travay isit la deja; anyen pa chanje.", "Si se yon lòt moun, ekri yon lòt ti non."),
    fr=(
        "Quelqu'un de ce nom travaille déjà ici; rien ne change.",
        "Si c'est une autre personne, changez le nom court.",
    ),
    es=("Alguien con este nombre ya trabaja aquí; nada cambia.", "Si es otra persona, escriba otro nombre corto."),
    en=("Somebody of this name works here already; nothing changes.", "If it is somebody else, write another name."),
)
WORKED_HERE_BEFORE = error(
    356,
    ht=("Yon moun ki gen non sa a te travay isit la.", "Si l tounen, louvri paj li nan Ajan yo."),
    fr=("Quelqu'un de ce nom a travaillé ici.", "Si cette personne revient, ouvrez sa page sous Agents."),
    es=("Alguien con este nombre trabajó aquí.", "Si vuelve, abra su página en Personal."),
    en=("Somebody of this name worked here before.", "If they are back, open their page under Workers."),
)
TWICE_IN_THE_FILE = error(
    357,
    ht=("Liy {row} gen non sa a deja.", "Si se yon lòt moun, ekri yon lòt ti non."),
    fr=("La ligne {row} porte déjà ce nom.", "Si c'est une autre personne, changez le nom court."),
    es=("La fila {row} ya tiene este nombre.", "Si es otra persona, escriba otro nombre corto."),
    en=("Row {row} has this name already.", "If it is somebody else, write another name."),
)
ROLE_UNKNOWN = error(
    358,
    ht=("Nou pa konnen wòl sa a: {words}.", "Ekri l jan modèl la ekri l."),
    fr=("Ce rôle n'est pas connu : {words}.", "Écrivez-le comme dans le modèle."),
    es=("Este rol no se conoce: {words}.", "Escríbalo como en la plantilla."),
    en=("This role is not known: {words}.", "Write it as the template does."),
)
NO_ROLE = error(
    359,
    ht=("Pa gen okenn wòl.", "Ekri sa moun nan vin fè."),
    fr=("Aucun rôle n'est écrit.", "Écrivez ce que la personne vient faire."),
    es=("No hay ningún rol escrito.", "Escriba lo que la persona viene a hacer."),
    en=("No role is written.", "Write what they come to do."),
)
ORGANISATION_UNKNOWN = error(
    360,
    ht=("Nou poko konnen òganizasyon sa a.", "Di sa li ye anlè a, oswa liy sa a rete deyò."),
    fr=("Cette organisation n'est pas encore connue ici.", "Dites plus haut ce qu'elle est, ou la ligne reste dehors."),
    es=("Esta organización aún no se conoce aquí.", "Diga arriba qué es, o la fila queda fuera."),
    en=("This organisation is not known here yet.", "Say above what it is, or the row stays out."),
)
ORGANISATION_HAS_LEFT = error(
    361,
    ht=("Òganizasyon sa a pa travay isit la ankò.", "Louvri l nan Òganizasyon si l tounen."),
    fr=("Cette organisation ne travaille plus ici.", "Ouvrez-la sous Organisations si elle est revenue."),
    es=("Esta organización ya no trabaja aquí.", "Ábrala en Organizaciones si ha vuelto."),
    en=("This organisation no longer works here.", "Open it under Organisations if it is back."),
)
LANGUAGE_UNKNOWN = error(
    362,
    ht=("Akeyi pa pale lang sa a: {words}.", "Li rete deyò; rès liy a antre."),
    fr=("Akeyi ne parle pas cette langue : {words}.", "Elle est laissée de côté; le reste de la ligne est pris."),
    es=("Akeyi no habla este idioma: {words}.", "Queda fuera; el resto de la fila se toma."),
    en=("Akeyi does not speak this language: {words}.", "It is left out; the rest of the row is taken."),
)
CHANGED_SINCE_SHOWN = error(
    363,
    ht=("Sa ki ta antre pa menm ak sa ou te wè a.", "Gade ankò, apre sa ajoute."),
    fr=("Ce qui serait pris n'est plus ce qui a été montré.", "Regardez de nouveau, puis ajoutez."),
    es=("Lo que se tomaría ya no es lo que se mostró.", "Mire otra vez y luego añada."),
    en=("What would be taken in is not what was shown.", "Look again, then add."),
)
