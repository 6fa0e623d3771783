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
DATABASE_IS_PLAIN = error(
    505,
    ht=(
        "Baz done {file} poko chifre: nenpòt moun ki gen òdinatè a ka li l.",
        "Fèmen sèvè a, epi lanse: akeyi encrypt. Anyen pa pèdi. Si se demo a: mete AKEYI_MODE=demo.",
    ),
    fr=(
        "La base de données {file} n'est pas encore chiffrée : qui a l'ordinateur peut la lire.",
        "Arrêtez le serveur et lancez : akeyi encrypt. Rien n'est perdu. Si c'est la démo : mettez AKEYI_MODE=demo.",
    ),
    es=(
        "La base de datos {file} aún no está cifrada: quien tenga la computadora puede leerla.",
        "Detenga el servidor y ejecute: akeyi encrypt. Nada se pierde. Si es la demo: ponga AKEYI_MODE=demo.",
    ),
    en=(
        "The database {file} is not encrypted yet: whoever has the computer can read it.",
        "Stop the server and run: akeyi encrypt. Nothing is lost. Where it is the demo: set AKEYI_MODE=demo.",
    ),
    status=503,
)
DATABASE_IS_ENCRYPTED = error(
    506,
    ht=(
        "Baz done {file} chifre, men sèvè sa a ap tann youn ki pa chifre.",
        "Mete AKEYI_MODE=hub, epi pa mete okenn AKEYI_DATABASE ki kòmanse ak sqlite.",
    ),
    fr=(
        "La base de données {file} est chiffrée, et ce serveur en attend une qui ne l'est pas.",
        "Mettez AKEYI_MODE=hub, et pas d'AKEYI_DATABASE qui commence par sqlite.",
    ),
    es=(
        "La base de datos {file} está cifrada, y este servidor espera una que no lo esté.",
        "Ponga AKEYI_MODE=hub, y ningún AKEYI_DATABASE que empiece por sqlite.",
    ),
    en=(
        "The database {file} is encrypted, and this server was told to read one that is not.",
        "Set AKEYI_MODE=hub, and no AKEYI_DATABASE that begins with sqlite.",
    ),
    status=503,
)
