"""The one catalogue of all errors: a number, a sentence for the worker, and what to do now, in every language.

1xx: what the hub says to a tablet; 7xx: what a tablet says by itself. Both stand here, and the desk knows them; what
`complaints.py` says is read at a table as well.
2xx (`lists.py`): why a file is no list; 3xx (`calls.py`, `office.py`, `workers.py`, `referrals.py`, `programmes.py`,
`stock.py`, `roads.py`): what a page does not do; 4xx (`forms.py`): why a file is no form, or none that can be asked
here; 5xx (`server.py`): why a server cannot serve; 6xx (`planning.py`): what the plan of a day does not take.
"""

from . import (
    calls,
    complaints,
    forms,
    lists,
    office,
    oversight,
    planning,
    programmes,
    referrals,
    roads,
    server,
    stock,
    workers,
)
from .kinds import CATALOGUE, LANGUAGES, AkeyiError, Kind
from .kinds import error as _error

__all__ = [
    "CATALOGUE",
    "LANGUAGES",
    "AkeyiError",
    "Kind",
    "calls",
    "complaints",
    "forms",
    "lists",
    "office",
    "oversight",
    "planning",
    "programmes",
    "referrals",
    "roads",
    "server",
    "stock",
    "workers",
]

# What the hub says.
TABLET_UNKNOWN = _error(
    101,
    ht=("Sant la pa konnen tablèt sa a.", "Mande responsab la yon nouvo kòd."),
    fr=("Le centre ne connaît pas cette tablette.", "Demandez un nouveau code à la personne responsable."),
    es=("El centro no conoce esta tableta.", "Pida un código nuevo a la persona responsable."),
    en=("The hub does not know this tablet.", "Ask the site manager for a new code."),
    status=401,
)
TABLET_WITHDRAWN = _error(
    102,
    ht=("Tablèt sa a pa nan sèvis ankò.", "Remèt li bay responsab la; anyen pa pèdi."),
    fr=("Cette tablette n'est plus en service.", "Rendez-la à la personne responsable; rien n'est perdu."),
    es=("Esta tableta ya no está en servicio.", "Devuélvala a la persona responsable; nada se ha perdido."),
    en=("This tablet is no longer in service.", "Give it to the site manager; nothing is lost."),
    status=403,
)
CODE_NOT_VALID = _error(
    103,
    ht=("Kòd sa a pa bon, oswa yo itilize l deja.", "Mande responsab la yon nouvo kòd."),
    fr=("Ce code n'est pas valable, ou a déjà servi.", "Demandez un nouveau code à la personne responsable."),
    es=("Este código no es válido o ya se usó.", "Pida un código nuevo a la persona responsable."),
    en=("This code is not valid, or was used before.", "Ask the site manager for a new code."),
    status=403,
)
PIN_WRONG = _error(
    104,
    ht=("PIN nan pa bon.", "Eseye ankò; si ou bliye l, responsab la ka ba ou yon lòt."),
    fr=("Le code PIN n'est pas le bon.", "Réessayez; en cas d'oubli, la personne responsable peut en donner un autre."),
    es=("El PIN no es correcto.", "Inténtelo otra vez; si lo olvidó, la persona responsable puede darle otro."),
    en=("The PIN is not right.", "Try again; if you forgot it, the site manager can give you another."),
    status=401,
)
PIN_TOO_SOON = _error(
    105,
    ht=("Twòp PIN ki pa bon. Tann {seconds} segond.", "Si ou bliye PIN ou, responsab la ka ba ou yon lòt."),
    fr=(
        "Trop de codes erronés. Attendez {seconds} secondes.",
        "En cas d'oubli, la personne responsable peut donner un autre PIN.",
    ),
    es=(
        "Demasiados PIN incorrectos. Espere {seconds} segundos.",
        "Si lo olvidó, la persona responsable puede darle otro PIN.",
    ),
    en=(
        "Too many wrong PINs. Wait {seconds} seconds.",
        "If you forgot your PIN, the site manager can give you another.",
    ),
    status=429,
)
NOT_FACTS = _error(
    106,
    ht=("Sant la pa konprann sa tablèt la voye.", "Kontinye travay; di responsab la nimewo sa a."),
    fr=(
        "Le centre n'a pas compris l'envoi de la tablette.",
        "Continuez à travailler; signalez ce numéro à la personne responsable.",
    ),
    es=(
        "El centro no entendió lo que envió la tableta.",
        "Siga trabajando; diga este número a la persona responsable.",
    ),
    en=("The hub did not understand what the tablet sent.", "Go on working; tell the site manager this number."),
    status=400,
)
TOO_MUCH_AT_ONCE = _error(
    107,
    ht=("Tablèt la voye twòp bagay yon sèl kou.", "L ap eseye ankò pou kont li ak mwens."),
    fr=("La tablette a trop envoyé à la fois.", "Elle réessaie d'elle-même avec moins."),
    es=("La tableta envió demasiado de una vez.", "Lo intentará sola con menos."),
    en=("The tablet sent too much at once.", "It tries again by itself with less."),
    status=413,
)
DAY_BADGE_UNKNOWN = _error(
    108,
    ht=("Badj jounen sa a pa vo anyen isit la.", "Mande responsab la yon lòt."),
    fr=("Ce badge de jour ne vaut rien ici.", "Demandez-en un autre à la personne responsable."),
    es=("Esta credencial de día no vale aquí.", "Pida otra a la persona responsable."),
    en=("This day badge is not valid here.", "Ask the site manager for another."),
    status=403,
)
DAY_BADGE_USED = _error(
    109,
    ht=("Yon moun ap travay deja ak badj {number}.", "Si se ou menm, eskane l ankò; sinon mande yon lòt badj."),
    fr=(
        "Quelqu'un travaille déjà avec le badge {number}.",
        "Si c'est vous, scannez-le de nouveau; sinon, demandez un autre badge.",
    ),
    es=(
        "Alguien ya trabaja con la credencial {number}.",
        "Si es usted, escanéela otra vez; si no, pida otra credencial.",
    ),
    en=("Somebody works with badge {number} already.", "If it is you, scan it again; if not, ask for another."),
    status=403,
)
PIN_TOO_SIMPLE = _error(
    110,
    ht=("PIN sa a twò fasil pou devine.", "Chwazi sis chif ki pa youn dèyè lòt, ni tout menm."),
    fr=("Ce PIN se devine facilement.", "Choisissez six chiffres qui ne se suivent pas et ne sont pas tous pareils."),
    es=("Este PIN se adivina fácilmente.", "Elija seis cifras que no vayan seguidas ni sean todas iguales."),
    en=("This PIN is easy to guess.", "Choose six digits that are neither in a row nor all alike."),
)
SHIFT_OVER = _error(
    111,
    ht=("Ekip travay sa a fini. Mèsi.", "Si w ap kontinye, mande responsab la yon lòt badj."),
    fr=("Ce service est terminé. Merci.", "Pour continuer, demandez un autre badge à la personne responsable."),
    es=("Este turno terminó. Gracias.", "Para seguir, pida otra credencial a la persona responsable."),
    en=("This shift is over. Thank you.", "To go on, ask the site manager for another badge."),
    status=403,
)
# What a tablet says by itself.
STORAGE_REFUSED = _error(
    701,
    ht=(
        "Tablèt la pa t ka sere sa: anyen pa ekri.",
        "Fè plas sou tablèt la, oswa pran yon lòt. Ekri sou papye an atandan.",
    ),
    fr=(
        "La tablette n'a pas pu garder cela : rien n'est noté.",
        "Libérez de la place, ou prenez une autre tablette. Notez sur papier en attendant.",
    ),
    es=(
        "La tableta no pudo guardarlo: no se anotó nada.",
        "Libere espacio o use otra tableta. Mientras tanto, anote en papel.",
    ),
    en=(
        "The tablet could not keep this: nothing was told.",
        "Free some space on the tablet, or use another one. Write it on paper until then.",
    ),
)
HUB_SILENT = _error(
    702,
    ht=("Sant la pa reponn.", "Kontinye travay; l ap voye pita. Pou etap sa a, pwoche bò Wi-Fi a."),
    fr=("Le centre ne répond pas.", "Continuez; tout partira plus tard. Pour cette étape, rapprochez-vous du Wi-Fi."),
    es=("El centro no responde.", "Siga trabajando; se enviará después. Para este paso, acérquese al Wi-Fi."),
    en=("The hub does not answer.", "Go on working; it will be sent later. For this step, move closer to the Wi-Fi."),
)
WORKER_UNKNOWN_HERE = _error(
    703,
    ht=("Ou poko travay sou tablèt sa a, e sant la pa reponn.", "Pwoche bò Wi-Fi a, oswa pran yon tablèt ou konnen."),
    fr=(
        "Vous n'avez pas encore travaillé sur cette tablette, et le centre ne répond pas.",
        "Rapprochez-vous du Wi-Fi, ou prenez une tablette que vous connaissez.",
    ),
    es=(
        "Aún no ha trabajado en esta tableta, y el centro no responde.",
        "Acérquese al Wi-Fi, o use una tableta conocida.",
    ),
    en=(
        "You have not worked on this tablet before, and the hub does not answer.",
        "Move closer to the Wi-Fi, or use a tablet you know.",
    ),
)
NOT_ENROLLED = _error(
    705,
    ht=("Pa gen sit ki konnen tablèt sa a poko.", "Mande responsab la yon kòd."),
    fr=("Cette tablette n'est pas encore connue.", "Demandez un code à la personne responsable."),
    es=("Esta tableta aún no está registrada.", "Pida un código a la persona responsable."),
    en=("This tablet is not known to a site yet.", "Ask the site manager for a code."),
)
OPEN_ELSEWHERE = _error(
    706,
    ht=("Akeyi louvri nan yon lòt paj.", "Kontinye lòt kote a."),
    fr=("Akeyi est ouvert dans un autre onglet.", "Continuez là-bas."),
    es=("Akeyi está abierto en otra pestaña.", "Siga allí."),
    en=("Akeyi is open in another tab of this tablet.", "Go on there."),
)
CANNOT_BE_TOLD = _error(
    707,
    ht=("Vèsyon sa a pa ka ekri sa.", "Pran nouvo vèsyon an, epi di responsab la nimewo sa a."),
    fr=("Cette version ne sait pas noter cela.", "Prenez la nouvelle version et signalez ce numéro."),
    es=("Esta versión no puede anotar eso.", "Use la versión nueva y diga este número a la persona responsable."),
    en=("This version of the desk cannot say that.", "Take the newer version, and tell the site manager this number."),
)
NO_STORAGE = _error(
    708,
    ht=("Navigatè sa a pa ka sere anyen isit la.", "Soti nan mòd prive, oswa itilize Chrome ak adrès sant la."),
    fr=(
        "Ce navigateur ne peut rien garder ici.",
        "Quittez le mode privé, ou utilisez Chrome avec l'adresse du centre.",
    ),
    es=(
        "Este navegador no puede guardar nada aquí.",
        "Salga del modo privado, o use Chrome con la dirección del centro.",
    ),
    en=("This browser cannot keep anything here.", "Leave private mode, or use Chrome with the address of the hub."),
)
SHUT_OUT = _error(
    709,
    ht=(
        "Dis PIN ki pa bon: tablèt sa a bliye kle ou yo.",
        "Pwoche bò Wi-Fi a epi tape bon PIN nan. Anyen ou te ekri pa pèdi.",
    ),
    fr=(
        "Dix codes erronés : cette tablette a oublié vos clés.",
        "Rapprochez-vous du Wi-Fi et tapez le bon PIN. Rien de ce que vous avez noté n'est perdu.",
    ),
    es=(
        "Diez PIN incorrectos: esta tableta olvidó sus claves.",
        "Acérquese al Wi-Fi y escriba el PIN correcto. Nada de lo que anotó se ha perdido.",
    ),
    en=(
        "Ten wrong PINs: this tablet has forgotten your keys.",
        "Move closer to the Wi-Fi and type the right PIN. Nothing you told is lost.",
    ),
)
BADGE_WRONG = _error(
    710,
    ht=("Badj la ak de chif yo pa mache ansanm.", "Tape de premye chif PIN ou ankò."),
    fr=("Le badge et les deux chiffres ne vont pas ensemble.", "Retapez les deux premiers chiffres de votre PIN."),
    es=("La credencial y las dos cifras no coinciden.", "Escriba otra vez las dos primeras cifras de su PIN."),
    en=("The badge and the two digits do not fit.", "Type the first two digits of your PIN again."),
)
WHOLE_PIN_NEEDED = _error(
    711,
    ht=("Badj la pa ase ankò.", "Tape tout PIN ou."),
    fr=("Le badge ne suffit plus.", "Tapez votre PIN en entier."),
    es=("La credencial ya no basta.", "Escriba su PIN completo."),
    en=("The badge is no longer enough.", "Type your whole PIN."),
)
NOT_A_BADGE = _error(
    712,
    ht=("Sa a pa badj yon ajan isit la.", "Eskane badj pa ou, oswa chwazi non ou."),
    fr=("Ce n'est pas le badge d'une personne qui travaille ici.", "Scannez le vôtre, ou choisissez votre nom."),
    es=("No es la credencial de alguien que trabaja aquí.", "Escanee la suya o elija su nombre."),
    en=("This is the badge of nobody who works here.", "Scan your own, or choose your name."),
)
PINS_DIFFER = _error(
    713,
    ht=("De PIN yo pa menm.", "Chwazi PIN ou ankò."),
    fr=("Les deux PIN sont différents.", "Choisissez de nouveau votre PIN."),
    es=("Los dos PIN no son iguales.", "Elija su PIN otra vez."),
    en=("The two PINs are not the same.", "Choose your PIN again."),
)
NOT_A_CARD = _error(
    721,
    ht=("Sa se pa yon nimewo kat.", "Eskane kòd ki sou kat la, oswa tape uit chif yo."),
    fr=("Ce n'est pas un numéro de carte.", "Scannez le code de la carte, ou tapez ses huit chiffres."),
    es=("No es un número de tarjeta.", "Escanee el código, o escriba sus ocho dígitos."),
    en=("This is not the number of a card.", "Scan the code on the card, or type its eight digits."),
)
WRONG_LENGTH = _error(
    722,
    ht=("Yon nimewo kat gen uit chif.", "Gade kat la ankò epi tape tout uit yo."),
    fr=("Un numéro de carte a huit chiffres.", "Regardez la carte et tapez les huit."),
    es=("Un número de tarjeta tiene ocho dígitos.", "Mire la tarjeta y escriba los ocho."),
    en=("A card number has eight digits.", "Look at the card again and type all eight."),
)
WRONG_CHECK_DIGIT = _error(
    723,
    ht=("Gen yon chif ki pa bon, oswa de ki chanje plas.", "Reli nimewo a, kat chif pa kat chif."),
    fr=("Un chiffre est faux, ou deux sont inversés.", "Relisez le numéro, quatre chiffres à la fois."),
    es=("Un dígito está mal, o dos cambiaron de lugar.", "Lea el número otra vez, de cuatro en cuatro."),
    en=("One digit is wrong, or two changed places.", "Read the number again, four digits at a time."),
)
CARD_NOT_OURS = _error(
    724,
    ht=("Kòd sa a pa t enprime pou kat sa yo.", "Bay moun nan yon nouvo kat, epi montre responsab la sa a."),
    fr=(
        "Ce code n'a pas été imprimé pour ces cartes.",
        "Donnez une nouvelle carte et montrez celle-ci à la personne responsable.",
    ),
    es=(
        "Este código no se imprimió para estas tarjetas.",
        "Dé una tarjeta nueva y muestre esta a la persona responsable.",
    ),
    en=(
        "This code was not printed for these cards.",
        "Give the person a new card, and show this one to the site manager.",
    ),
)
NO_SERIES_HERE = _error(
    725,
    ht=("Tablèt sa a poko konnen okenn kat.", "Konekte ak sant la yon fwa; seri kat yo ap vini pou kont yo."),
    fr=(
        "Cette tablette ne connaît encore aucune carte.",
        "Connectez-vous une fois au centre; la série arrive d'elle-même.",
    ),
    es=("Esta tableta aún no conoce ninguna tarjeta.", "Conéctese una vez al centro; la serie llega sola."),
    en=("This tablet does not know any cards yet.", "Connect to the hub once; the series of cards comes by itself."),
)
CARD_REPLACED = _error(
    726,
    ht=("Kat {card} ranplase ak {new_card}.", "Mande nouvo kat la. Li pèdi tou? Ale nan Kat yo."),
    fr=(
        "La carte {card} a été remplacée par {new_card}.",
        "Demandez la nouvelle carte. Perdue aussi ? Allez à Cartes.",
    ),
    es=(
        "La tarjeta {card} fue reemplazada por {new_card}.",
        "Pida la tarjeta nueva. ¿También perdida? Vaya a Tarjetas.",
    ),
    en=("Card {card} was replaced by {new_card}.", "Ask for the new card. Lost it too? Go to Cards."),
)
CARD_TAKEN = _error(
    727,
    ht=("Kat sa a deja pou yon moun.", "Pran yon kat pèsonn poko itilize."),
    fr=("Cette carte est déjà à quelqu'un.", "Prenez une carte non utilisée."),
    es=("Esta tarjeta ya es de alguien.", "Tome una tarjeta sin usar."),
    en=("This card already belongs to somebody.", "Take a card that nobody has used."),
)
CARD_IS_HOUSEHOLD = _error(
    728,
    ht=("Kat sa a pou yon fwaye.", "Ale nan Fwaye yo pou bay youn ladan yo pwòp kat pa l."),
    fr=("Cette carte est celle d'un foyer.", "Allez à Foyers pour donner une carte à une personne."),
    es=("Esta tarjeta es de un hogar.", "Vaya a Hogares para dar tarjeta a una persona."),
    en=("This card stands for a household.", "Go to Households to give one of them a card of their own."),
)
CARD_IS_NO_HOUSEHOLD = _error(
    729,
    ht=("Kat sa a pou yon sèl moun, li pa pou yon fwaye.", "Pran yon lòt kat pou fwaye a."),
    fr=("Cette carte est à une personne, pas à un foyer.", "Prenez une autre carte pour le foyer."),
    es=("Esta tarjeta es de una persona, no de un hogar.", "Use otra tarjeta para el hogar."),
    en=("This card belongs to one person, not to a household.", "Use another card for the household."),
)
NOT_SO_MANY = _error(
    730,
    ht=("Pa gen kantite moun sa a sou kat la.", "Chwazi ankò; petèt yon lòt moun fèk ekri l."),
    fr=(
        "Il n'y a pas autant de personnes sur cette carte.",
        "Choisissez à nouveau; quelqu'un vient peut-être de le noter.",
    ),
    es=("No hay tantas personas en esta tarjeta.", "Elija otra vez; quizá alguien acaba de anotarlo."),
    en=("There are not so many people on this card.", "Choose again; somebody else may have just told it."),
)
NO_CAMERA = _error(
    731,
    ht=("Nou pa ka sèvi ak kamera a.", "Kite navigatè a sèvi ak kamera a, oswa tape nimewo a."),
    fr=("La caméra ne peut pas être utilisée.", "Autorisez la caméra dans le navigateur, ou tapez le numéro."),
    es=("No se puede usar la cámara.", "Permita la cámara en el navegador, o escriba el número."),
    en=("The camera cannot be used.", "Allow the camera in the browser, or type the number."),
)
NO_ROLL_FOR_CARD = _error(
    732,
    ht=("Kat sa a pa nan okenn woulo.", "Eskane yon kat nan yon woulo enprime."),
    fr=("Cette carte n'est d'aucun rouleau.", "Scannez une carte d'un rouleau imprimé."),
    es=("Esta tarjeta no es de ningún rollo.", "Escanee una tarjeta de un rollo impreso."),
    en=("This card belongs to no roll.", "Scan a card from a printed roll."),
)
CODE_UNKNOWN = _error(
    733,
    ht=("Tablèt sa a pa konnen kòd sa a.", "Fè yo reli l, oswa mande yon dezyèm ajan."),
    fr=("Cette tablette ne connaît pas ce code.", "Faites-le relire, ou demandez un deuxième agent."),
    es=("Esta tableta no conoce este código.", "Pida que lo repitan, o llame a otra persona."),
    en=("This tablet does not know this code.", "Have it read out again, or ask a second worker."),
)
CODE_USED = _error(
    734,
    ht=("Kòd sa a sèvi deja.", "Mande moun ki degad la yon lòt."),
    fr=("Ce code a déjà servi.", "Demandez-en un autre à la personne d'astreinte."),
    es=("Este código ya se usó.", "Pida otro a la persona de guardia."),
    en=("This code was used before.", "Ask the officer on call for another."),
)
SAME_CARD_TWICE = _error(
    735,
    ht=("Nou deja eskane kat sa a.", "Pran kat pwochen moun nan."),
    fr=("Cette carte est déjà scannée.", "Prenez la carte de la personne suivante."),
    es=("Esta tarjeta ya se escaneó.", "Tome la tarjeta de la siguiente persona."),
    en=("This card was scanned already.", "Take the card of the next person."),
)
CARD_OF_NOBODY = _error(
    736,
    ht=("Poko gen moun ki gen kat sa a.", "Si moun nan pa gen kat, ajoute l nan kantite fwaye a."),
    fr=("Personne n'a encore cette carte.", "Qui n'a pas de carte s'ajoute au compte du foyer."),
    es=("Nadie tiene aún esta tarjeta.", "Quien no tiene tarjeta se suma al conteo del hogar."),
    en=("Nobody holds this card yet.", "Whoever has no card is added to the count of the household."),
)
PHOTO_NOT_READ = _error(
    740,
    ht=("Tablèt la pa ka li foto sa a.", "Pran yon lòt, ak aparèy foto tablèt la."),
    fr=("La tablette ne peut pas lire cette photo.", "Prenez-en une autre, avec l'appareil de la tablette."),
    es=("La tableta no puede leer esta foto.", "Tome otra, con la cámara de la tableta."),
    en=("The tablet cannot read this photo.", "Take another one, with the tablet's camera."),
)
NO_MICROPHONE = _error(
    741,
    ht=("Nou pa ka sèvi ak mikwo a.", "Kite navigatè a sèvi ak mikwo a, oswa ekri sa ki te pase a."),
    fr=("Le micro ne peut pas être utilisé.", "Autorisez le micro dans le navigateur, ou écrivez ce qui s'est passé."),
    es=("No se puede usar el micrófono.", "Permita el micrófono en el navegador, o escriba lo que pasó."),
    en=("The microphone cannot be used.", "Allow the microphone in the browser, or type what happened."),
)
AMOUNT_WRONG = _error(
    761,
    ht=("Kantite lajan sa a pa bon.", "Ekri yon chif, tankou 5000 oswa 12.50, ak twa lèt lajan an."),
    fr=("Ce montant n'est pas valable.", "Écrivez un nombre, comme 5000 ou 12.50, et la monnaie en trois lettres."),
    es=("Este importe no es válido.", "Escriba un número, como 5000 o 12.50, y la moneda en tres letras."),
    en=("This is no amount.", "Type a number, like 5000 or 12.50, and the currency in three letters."),
)
TOO_MUCH = _error(
    762,
    ht=("Se plis pase sa yo dwe.", "Tape sou kantite lajan an pou wè l, epi ekri mwens."),
    fr=("C'est plus que ce qui est dû.", "Touchez le montant pour le voir, et écrivez moins."),
    es=("Es más de lo que se debe.", "Toque el importe para verlo, y escriba menos."),
    en=("This is more than is owed.", "Tap the amount to see it, and type less."),
)
RECEIPT_UNKNOWN = _error(
    764,
    ht=("Tablèt sa a pa konnen resi sa a.", "Reli douz chif yo; si yo bon, kite tablèt la pale ak sant la."),
    fr=(
        "Cette tablette ne connaît pas ce reçu.",
        "Relisez les douze chiffres; s'ils sont justes, rejoignez le centre.",
    ),
    es=("Esta tableta no conoce este recibo.", "Lea otra vez las doce cifras; si son correctas, conecte al centro."),
    en=(
        "This tablet does not know this receipt.",
        "Read the twelve digits again; if they are right, meet the hub once.",
    ),
)
SAY_WHY_DIFFERENT = _error(
    765,
    ht=("Kantite ki la a diferan, epi rezon an manke.", "Chwazi youn; “Pèsonn pa konnen” se yon repons tou."),
    fr=("Le compte diffère et la raison manque.", "Choisissez-en une; « Personne ne sait » est aussi une réponse."),
    es=("Lo contado difiere y falta el motivo.", "Elija uno; «Nadie sabe» también es una respuesta."),
    en=("What was counted differs, and the reason is missing.", "Choose one; “Nobody knows” is an answer too."),
)
NO_OWN_LOCK = _error(
    742,
    ht=("Kadna tablèt la limenm pa louvri.", "Eseye ankò. Si li pèdi, konekte san li toupre hub la."),
    fr=("Le verrou de la tablette n'a pas ouvert.", "Réessayez. S'il est perdu, connectez-vous sans lui près du hub."),
    es=("El bloqueo de la tableta no abrió.", "Pruebe otra vez. Si se perdió, entre sin él cerca del hub."),
    en=("The tablet's own lock did not open.", "Try again. If it is lost, sign in without it near the hub."),
)
TAG_UNKNOWN = _error(
    751,
    ht=("Tablèt sa a pa konnen nimewo etikèt sa a.", "Gade nimewo a ankò. Si li bon, eseye sou yon lòt tablèt."),
    fr=("Cette tablette ne connaît pas ce numéro.", "Vérifiez-le. S'il est juste, essayez sur une autre tablette."),
    es=("Esta tableta no conoce este número de etiqueta.", "Revíselo. Si es correcto, pruebe en otra tableta."),
    en=("This tablet knows of no such tag.", "Look at the number again. If it is right, try another tablet."),
)
TAG_OF_ANOTHER_CARD = _error(
    752,
    ht=("Sak sa a pa pou kat {card}.", "Pa bay li. Mande moun nan kat ki te mare ak sak la."),
    fr=("Ce sac n'est pas celui de la carte {card}.", "Ne le rendez pas. Demandez la carte liée à ce sac."),
    es=("Esta bolsa no es de la tarjeta {card}.", "No la entregue. Pida la tarjeta unida a esta bolsa."),
    en=("This bag is not of card {card}.", "Do not hand it over. Ask for the card that was tied to the bag."),
)
TAG_GIVEN_BACK = _error(
    753,
    ht=("Yo te remèt sak sa a deja, a {at}.", "Gade nimewo etikèt la. Si li bon, di responsab la."),
    fr=("Ce sac a déjà été rendu, à {at}.", "Vérifiez le numéro. S'il est juste, prévenez la personne responsable."),
    es=("Esta bolsa ya se devolvió, a las {at}.", "Revise el número. Si es correcto, avise a la persona responsable."),
    en=("This bag was handed back already, at {at}.", "Look at the number. If it is right, tell the site manager."),
)
TAG_TIED = _error(
    754,
    ht=("Etikèt sa a mare ak yon lòt kat deja.", "Mete yon lòt etikèt sou sak la."),
    fr=("Cette étiquette est déjà liée à une autre carte.", "Mettez une autre étiquette sur le sac."),
    es=("Esta etiqueta ya está unida a otra tarjeta.", "Ponga otra etiqueta en la bolsa."),
    en=("This tag is tied to another card already.", "Put another tag on the bag."),
)
TAG_NOT_READ = _error(
    755,
    ht=("Sa a pa yon nimewo etikèt.", "Tape lèt ak chif ki sou etikèt la, 40 pou pi plis."),
    fr=("Ce n'est pas un numéro d'étiquette.", "Tapez les lettres et chiffres de l'étiquette, 40 au plus."),
    es=("Esto no es un número de etiqueta.", "Escriba las letras y cifras de la etiqueta, 40 como máximo."),
    en=("This is no number of a tag.", "Type the letters and digits on the tag, at most 40."),
)
UNEXPECTED = _error(
    799,
    ht=(
        "Yon bagay nou pa t atann rive. Gade si l sere.",
        "Eseye yon lòt fwa. Si l rive ankò, di responsab la nimewo sa a.",
    ),
    fr=(
        "Quelque chose d'imprévu s'est passé. Regardez si c'est gardé.",
        "Réessayez une fois. Si cela se répète, signalez ce numéro à la personne responsable.",
    ),
    es=(
        "Pasó algo inesperado. Mire si se guardó.",
        "Inténtelo una vez más. Si se repite, diga este número a la persona responsable.",
    ),
    en=(
        "Something unexpected happened. Look whether it was kept.",
        "Try once more. If it happens again, tell the site manager this number.",
    ),
)
