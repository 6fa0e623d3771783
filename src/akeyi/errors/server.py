"""What whoever keeps the server has to know before it can serve: 5xx."""

from .kinds import error

KEYS_MISSING = error(
    501,
    ht=(
        "Fichye kle sèvè sa a pa la: {file}.",
        "Mete kle USB ki gen li a, oswa mete kopi li nan plas. San li, pa gen anyen ki ka louvri.",
    ),
    fr=(
        "Le fichier des clés de ce serveur n'est pas là : {file}.",
        "Branchez la clé USB où il se trouve, ou remettez sa copie. Sans lui, rien ne peut être ouvert.",
    ),
    es=(
        "El archivo de claves de este servidor no está: {file}.",
        "Conecte la memoria USB donde está, o ponga su copia. Sin él no se puede abrir nada.",
    ),
    en=(
        "The file with the keys of this server is not there: {file}.",
        "Plug in the stick it lies on, or put its copy back. Without it nothing can be opened.",
    ),
    status=503,
)
KEYS_NOT_OURS = error(
    502,
    ht=(
        "Kle ki nan {file} yo pa louvri baz done sa a.",
        "Mete fichye kle ki mache ak baz done sa a, oswa ak kopi sa a.",
    ),
    fr=(
        "Les clés de {file} n'ouvrent pas cette base de données.",
        "Mettez le fichier de clés qui va avec cette base, ou avec cette copie.",
    ),
    es=(
        "Las claves de {file} no abren esta base de datos.",
        "Ponga el archivo de claves que corresponde a esta base, o a esta copia.",
    ),
    en=(
        "The keys in {file} do not open this database.",
        "Put there the file of keys that belongs to this database, or to this copy of it.",
    ),
    status=503,
)
KEYS_UNREADABLE = error(
    503,
    ht=("Nou pa ka li kle ki nan {file} yo.", "Mete kopi fichye sa a nan plas; pa chanje l alamen."),
    fr=("Le fichier de clés {file} ne peut pas être lu.", "Remettez sa copie; il ne se modifie pas à la main."),
    es=("No se puede leer el archivo de claves {file}.", "Ponga su copia; no se modifica a mano."),
    en=("The file of keys {file} cannot be read.", "Put its copy back; it is not changed by hand."),
    status=503,
)
SEALED_WAS_CHANGED = error(
    504,
    ht=(
        "Yon moun chanje alamen yon bagay ki te kache nan baz done a.",
        "Lanse: akeyi journal verify, epi mete dènye bon kopi a nan plas.",
    ),
    fr=(
        "Quelque chose de chiffré dans la base de données a été changé à la main.",
        "Lancez : akeyi journal verify, et remettez la dernière bonne copie.",
    ),
    es=(
        "Algo cifrado en la base de datos fue cambiado a mano.",
        "Ejecute: akeyi journal verify, y ponga la última copia buena.",
    ),
    en=(
        "Something sealed in the database was changed by hand.",
        "Run: akeyi journal verify, and put the last good copy back.",
    ),
    status=503,
)
