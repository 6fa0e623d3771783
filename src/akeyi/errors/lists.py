"""Why a file is no list, in the words of the person who sent it for reading; nothing is changed by it."""

from .kinds import error

EMPTY = error(
    201,
    ht=("Fichye a vid.", "Mande lis la ankò."),
    fr=("Le fichier est vide.", "Demandez la liste à nouveau."),
    es=("El archivo está vacío.", "Pida la lista otra vez."),
    en=("The file is empty.", "Ask for the list again."),
)
TOO_BIG = error(
    202,
    ht=("Fichye a twò gwo: li pa dwe depase {most} MB.", "Mande lis la sèl, san foto."),
    fr=("Le fichier est trop grand : {most} Mo au plus.", "Demandez la liste seule, sans images."),
    es=("El archivo es demasiado grande: {most} MB como máximo.", "Pida solo la lista, sin imágenes."),
    en=("The file is too big: {most} MB at most.", "Ask for the list alone, without pictures."),
)
TOO_MANY_LINES = error(
    203,
    ht=("Lis la gen plis pase {most} liy.", "Mande yon lis pou chak arive."),
    fr=("La liste a plus de {most} lignes.", "Demandez une liste par arrivée."),
    es=("La lista tiene más de {most} líneas.", "Pida una lista por llegada."),
    en=("The list has more than {most} lines.", "Ask for one list per arrival."),
)
UNKNOWN_FORMAT = error(
    204,
    ht=("Fichye sa a pa yon lis nou ka li.", "Voye yon fichye CSV, XLSX, XLS, ODS oswa PAXLST."),
    fr=("Ce fichier n'est pas une liste lisible.", "Envoyez un fichier CSV, XLSX, XLS, ODS ou PAXLST."),
    es=("Este archivo no es una lista legible.", "Envíe un archivo CSV, XLSX, XLS, ODS o PAXLST."),
    en=("This file is not a list that can be read.", "Send a CSV, XLSX, XLS, ODS or PAXLST file."),
)
PICTURE_OR_PRINT = error(
    205,
    ht=("Fichye sa a se yon foto oswa yon paj enprime.", "Mande tablo a oswa tape lis la."),
    fr=("Ce fichier est une image ou une page imprimée.", "Demandez le tableau, ou tapez la liste."),
    es=("Este archivo es una imagen o una página impresa.", "Pida la tabla, o escriba la lista."),
    en=("This file is a picture or a printed page.", "Ask for the table, or type the list."),
)
DAMAGED = error(
    206,
    ht=("Fichye a andomaje; li pa ka louvri.", "Mande yo voye l ankò."),
    fr=("Le fichier est endommagé et ne s'ouvre pas.", "Demandez qu'on l'envoie à nouveau."),
    es=("El archivo está dañado y no se abre.", "Pida que lo envíen otra vez."),
    en=("The file is damaged and cannot be opened.", "Ask for it to be sent again."),
)
FORMULA = error(
    207,
    ht=("Fichye a gen yon fòmil (selil {cell}).", "Mande yon kopi ki gen valè sèlman."),
    fr=("Le fichier contient une formule (cellule {cell}).", "Demandez une copie avec les valeurs seules."),
    es=("El archivo contiene una fórmula (celda {cell}).", "Pida una copia solo con valores."),
    en=("The file holds a formula (cell {cell}).", "Ask for a copy with values only."),
)
MACRO = error(
    208,
    ht=("Fichye a gen yon makro (yon pwogram).", "Mande yon kopi san makro."),
    fr=("Le fichier contient une macro (un programme).", "Demandez une copie sans macro."),
    es=("El archivo contiene una macro (un programa).", "Pida una copia sin macros."),
    en=("The file holds a macro (a program).", "Ask for a copy without macros."),
)
PASSWORD = error(
    209,
    ht=("Fichye a fèmen ak yon modpas.", "Mande yon kopi san modpas."),
    fr=("Le fichier est protégé par un mot de passe.", "Demandez une copie sans mot de passe."),
    es=("El archivo está protegido con contraseña.", "Pida una copia sin contraseña."),
    en=("The file is protected by a password.", "Ask for a copy without one."),
)
ZIP_BOMB = error(
    210,
    ht=("Fichye a ta vin twò gwo lè li louvri; li pa li.", "Mande lis la sèl, an CSV."),
    fr=("Le fichier deviendrait trop grand une fois ouvert; il n'est pas lu.", "Demandez la liste seule, en CSV."),
    es=("El archivo sería demasiado grande al abrirlo; no se lee.", "Pida solo la lista, en CSV."),
    en=("The file would grow too large when opened; it is not read.", "Ask for the list alone, as CSV."),
)
XML_ENTITY = error(
    211,
    ht=("Fichye a vle rale lòt fichye (antite XML); li pa li.", "Mande lis la an CSV."),
    fr=("Le fichier veut inclure d'autres contenus (entité XML); il n'est pas lu.", "Demandez la liste en CSV."),
    es=("El archivo quiere incluir otros contenidos (entidad XML); no se lee.", "Pida la lista en CSV."),
    en=("The file wants to pull in something else (an XML entity); it is not read.", "Ask for the list as CSV."),
)
NO_LIST = error(
    212,
    ht=("Fichye a pa gen okenn lis moun nou ka rekonèt.", "Gade si se bon fichye a."),
    fr=("Aucune liste de personnes n'a été reconnue dans le fichier.", "Regardez si c'est le bon fichier."),
    es=("No se reconoció ninguna lista de personas en el archivo.", "Mire si es el archivo correcto."),
    en=("No list of people was recognised in the file.", "Look whether it is the right file."),
)
NO_HEADER = error(
    213,
    ht=("Kolòn yo pa gen non, e sa ki ladan yo pa di ase.", "Chwazi sa chak kolòn ye."),
    fr=("Les colonnes n'ont pas de titre et leur contenu ne suffit pas.", "Choisissez ce qu'est chaque colonne."),
    es=("Las columnas no tienen título y su contenido no basta.", "Elija qué es cada columna."),
    en=("The columns have no headers and their contents do not say enough.", "Choose what each column is."),
)
NO_PEOPLE = error(
    214,
    ht=("Lis la gen tit kolòn, men pa gen okenn moun ladan l.", "Mande lis la ak liy li yo."),
    fr=("La liste a des titres de colonnes, mais personne n'y figure.", "Demandez la liste avec ses lignes."),
    es=("La lista tiene títulos de columnas, pero ninguna persona.", "Pida la lista con sus líneas."),
    en=("The list has column headers, but nobody is on it.", "Ask for the list with its lines."),
)
WRONG_MAPPING = error(
    215,
    ht=("Yo chwazi yon sans ki pa egziste pou yon kolòn.", "Chwazi youn nan sa yo ofri yo."),
    fr=("Un sens inconnu a été choisi pour une colonne.", "Choisissez-en un parmi ceux qui sont proposés."),
    es=("Se eligió un significado que no existe para una columna.", "Elija uno de los que se ofrecen."),
    en=("A meaning that does not exist was chosen for a column.", "Choose one of those that are offered."),
)
TOO_LONG = error(
    216,
    ht=("Li te pran twòp tan pou li fichye a; li pa li.", "Eseye ankò; oswa mande lis la an CSV."),
    fr=("La lecture du fichier a pris trop de temps; elle est arrêtée.", "Réessayez; ou demandez la liste en CSV."),
    es=("La lectura del archivo tardó demasiado; se detuvo.", "Inténtelo otra vez; o pida la lista en CSV."),
    en=("Reading the file took too long and was stopped.", "Try again; or ask for the list as CSV."),
)
TOO_MUCH_MEMORY = error(
    217,
    ht=("Fichye a te mande twòp memwa; li pa li.", "Mande lis la sèl, an CSV."),
    fr=("La lecture du fichier demandait trop de mémoire; elle est arrêtée.", "Demandez la liste seule, en CSV."),
    es=("La lectura del archivo pedía demasiada memoria; se detuvo.", "Pida solo la lista, en CSV."),
    en=("Reading the file needed too much memory and was stopped.", "Ask for the list alone, as CSV."),
)
READER_FAILED = error(
    218,
    ht=("Nou pa t ka li fichye a; anyen pa chanje.", "Mande lis la an CSV."),
    fr=("La lecture du fichier a échoué; rien n'a été changé.", "Demandez la liste en CSV."),
    es=("No se pudo leer el archivo; no se cambió nada.", "Pida la lista en CSV."),
    en=("The file could not be read; nothing was changed.", "Ask for the list as CSV."),
)
SHEET_TOO_LONG = error(
    219,
    ht=("Fichye a gen plis pase {most} liy.", "Separe l an plizyè fichye."),
    fr=("Le fichier a plus de {most} lignes.", "Partagez-le en plusieurs fichiers."),
    es=("El archivo tiene más de {most} filas.", "Divídalo en varios archivos."),
    en=("The file has more than {most} rows.", "Split it into several files."),
)
NOT_A_TABLE = error(
    220,
    ht=("Fichye sa a se pa yon tablo ki gen yon liy pou chak moun.", "Pran modèl la."),
    fr=("Ce fichier n'est pas un tableau avec une ligne par personne.", "Prenez le modèle."),
    es=("Este archivo no es una tabla con una fila por persona.", "Use la plantilla."),
    en=("This file is no table with one row for each person.", "Use the template."),
)
