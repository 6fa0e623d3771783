"""What a page of the office does not do, and what helps: said beside the field, or above the page."""

from .kinds import error

SHUTS_ONESELF_OUT = error(
    301,
    ht=("Ou ta fèmen tèt ou deyò.", "Yon lòt responsab ka chanje sa."),
    fr=("Vous vous fermeriez la porte.", "Une autre personne responsable peut le changer."),
    es=("Usted se quedaría fuera.", "Otra persona responsable puede cambiarlo."),
    en=("You would shut yourself out.", "Another manager can change this."),
)
NO_COUNTRY = error(
    302,
    ht=("Yon peyi gen twa lèt.", "Ekri yo tankou HTI oswa DOM."),
    fr=("Un pays a trois lettres.", "Écrivez-les comme HTI ou DOM."),
    es=("Un país tiene tres letras.", "Escríbalas como HTI o DOM."),
    en=("A country has three letters.", "Write them as in HTI or DOM."),
)
NO_TIME_ZONE = error(
    303,
    ht=("Pa gen zòn lè ki rele konsa.", "Ekri l tankou America/Port-au-Prince."),
    fr=("Aucun fuseau ne s'appelle ainsi.", "Écrivez-le comme America/Port-au-Prince."),
    es=("Ninguna zona se llama así.", "Escríbala como America/Port-au-Prince."),
    en=("No time zone is called so.", "Write it as in America/Port-au-Prince."),
)
CODE_OF_ANOTHER_SITE = error(
    304,
    ht=("Yon lòt sit gen kòd sa a.", "Chwazi yon lòt."),
    fr=("Un autre site a ce code.", "Choisissez-en un autre."),
    es=("Otro sitio tiene este código.", "Elija otro."),
    en=("Another site has this code.", "Choose another one."),
)
NAME_OR_PASSWORD_WRONG = error(
    305,
    ht=("Non an oswa modpas la pa bon.", "Eseye ankò, oswa mande responsab la."),
    fr=("Le nom ou le mot de passe n'est pas le bon.", "Réessayez, ou demandez à la personne responsable."),
    es=("El nombre o la contraseña no es correcto.", "Inténtelo otra vez o pregunte a la persona responsable."),
    en=("The name or the password is not right.", "Try again, or ask the site manager."),
)
WORKS_NOWHERE = error(
    306,
    ht=("Non sa a pa travay nan okenn sit.", "Mande responsab la."),
    fr=("Ce nom ne travaille sur aucun site.", "Demandez à la personne responsable."),
    es=("Este nombre no trabaja en ningún sitio.", "Pregunte a la persona responsable."),
    en=("This name works at no site.", "Ask the site manager."),
)
TOO_MANY_TRIES = error(
    307,
    ht=("Twòp esè ki pa bon. Tann {minutes} minit.", "Si ou bliye, responsab la ka ba ou yon nouvo kòd."),
    fr=(
        "Trop d'essais erronés. Attendez {minutes} min.",
        "En cas d'oubli, la personne responsable peut donner un nouveau code.",
    ),
    es=(
        "Demasiados intentos fallidos. Espere {minutes} min.",
        "Si lo olvidó, la persona responsable puede darle un código nuevo.",
    ),
    en=("Too many wrong tries. Wait {minutes} min.", "If you forgot, the site manager can give you a new code."),
)
CODE_WRONG = error(
    308,
    ht=("Nou pa t ka verifye sa.", "Eseye ankò ak yon nouvo kòd oswa ak kle ou."),
    fr=("Cela n'a pas pu être vérifié.", "Réessayez avec un nouveau code ou avec votre clé d'accès."),
    es=("No se pudo comprobar.", "Inténtelo otra vez con un código nuevo o con su llave de acceso."),
    en=("This could not be verified.", "Try again with a new code or with your passkey."),
)
FIRST_CODE_WRONG = error(
    309,
    ht=("Non an oswa kòd la pa bon, oswa kòd la sèvi deja.", "Eseye ankò, oswa mande responsab la yon nouvo."),
    fr=(
        "Le nom ou le code n'est pas le bon, ou le code a déjà servi.",
        "Réessayez, ou demandez-en un nouveau à la personne responsable.",
    ),
    es=(
        "El nombre o el código no es correcto, o el código ya se usó.",
        "Inténtelo otra vez o pida uno nuevo a la persona responsable.",
    ),
    en=(
        "The name or the code is not right, or the code is used up.",
        "Try again, or ask the site manager for a new one.",
    ),
)
PASSWORD_WRONG = error(
    310,
    ht=("Modpas la pa bon.", "Eseye ankò, oswa chwazi yon lòt fason."),
    fr=("Le mot de passe n'est pas le bon.", "Réessayez, ou choisissez un autre moyen."),
    es=("La contraseña no es correcta.", "Inténtelo otra vez o elija otra manera."),
    en=("The password is not right.", "Try again, or choose another way."),
)
CHANGED_MEANWHILE = error(
    311,
    ht=("Yon moun fèk chanje arive sa a.", "Gade ankò, apre sa deside."),
    fr=("Quelqu'un vient de modifier cette arrivée.", "Regardez de nouveau, puis décidez."),
    es=("Alguien acaba de cambiar esta llegada.", "Mire otra vez y luego decida."),
    en=("Somebody changed this arrival just now.", "Look again, then decide."),
)
NOBODY_SAID_SO = error(
    312,
    ht=("Yon chif pèsonn pa reponn pou li pa ede pèsonn.", "Di kiyès ki di sa."),
    fr=("Un chiffre dont personne ne répond n'aide personne.", "Dites qui l'a dit."),
    es=("Una cifra por la que nadie responde no ayuda a nadie.", "Diga quién lo dijo."),
    en=("A number that nobody stands for helps nobody.", "Say who said so."),
)
GROUPS_ARE_MORE = error(
    313,
    ht=("Gwoup yo ansanm depase chif sa a.", "Korije youn ladan yo, oswa total la."),
    fr=("Les groupes ensemble dépassent ce nombre.", "Corrigez l'un d'eux, ou le total."),
    es=("Los grupos juntos suman más que esto.", "Corrija uno de ellos, o el total."),
    en=("The groups together are more than this.", "Correct one of them, or the sum."),
)
NO_NUMBER_SAID = error(
    314,
    ht=("Pa gen okenn chif.", "Ekri ki kantite yo di."),
    fr=("Il n'y a aucun nombre.", "Écrivez combien on en a annoncé."),
    es=("No hay ningún número.", "Escriba cuántas se dijeron."),
    en=("There is no number.", "Write how many were said."),
)
NO_CARD_NUMBER = error(
    321,
    ht=("Sa a pa yon nimewo kat.", "Tanpri li uit chif yo ankò."),
    fr=("Ce n'est pas un numéro de carte.", "Merci de relire ses huit chiffres."),
    es=("No es un número de tarjeta.", "Por favor, lea otra vez sus ocho cifras."),
    en=("This is no card number.", "Please read its eight digits again."),
)
NO_CARDS_PRINTED = error(
    322,
    ht=("Poko gen kat ki enprime pou sit sa a.", "Mande responsab la enprime yo."),
    fr=("Aucune carte n'a encore été imprimée pour ce site.", "Demandez à la personne responsable d'en imprimer."),
    es=("Todavía no se imprimieron tarjetas para este sitio.", "Pida a la persona responsable que las imprima."),
    en=("No cards were printed for this site yet.", "Ask the site manager to print them."),
)
CARD_OF_THIS_PERSON = error(
    323,
    ht=("Kat sa a deja pou moun sa a.", "Pran yon kat pèsonn poko genyen."),
    fr=("Cette carte est déjà celle de cette personne.", "Prenez une carte que personne n'a encore."),
    es=("Esta tarjeta ya es de esta persona.", "Tome una tarjeta que nadie tenga todavía."),
    en=("This card stands for this person already.", "Take a card that nobody has yet."),
)
CARD_OF_SOMEBODY_ELSE = error(
    324,
    ht=("Kat {card} se pou yon lòt moun.", "Pran yon kat pèsonn poko genyen."),
    fr=("La carte {card} est à quelqu'un d'autre.", "Prenez une carte que personne n'a encore."),
    es=("La tarjeta {card} es de otra persona.", "Tome una tarjeta que nadie tenga todavía."),
    en=("Card {card} is somebody else's.", "Take a card that nobody has yet."),
)
CARD_OF_NOBODY = error(
    325,
    ht=("Pèsonn poko gen kat sa a.", "Bay nimewo kat yon moun ki nan fanmi an."),
    fr=("Personne n'a encore cette carte.", "Donnez le numéro d'une carte de la famille."),
    es=("Nadie tiene todavía esta tarjeta.", "Dé el número de una tarjeta de la familia."),
    en=("Nobody holds this card yet.", "Give the number of a card of the family."),
)
ANSWERED_MEANWHILE = error(
    326,
    ht=("Yon moun reponn sa pandan tan an.", "Tanpri gade ankò."),
    fr=("Quelqu'un a répondu entre-temps.", "Merci de regarder à nouveau."),
    es=("Alguien respondió entretanto.", "Por favor, mire de nuevo."),
    en=("Somebody answered this meanwhile.", "Please look again."),
)
NO_DAY_OF_BIRTH = error(
    327,
    ht=("Pèsonn pa ka fèt jou sa a.", "Bay yon jou ant 1890 ak jodi a."),
    fr=("Personne ici ne peut être né ce jour-là.", "Donnez un jour de 1890 à aujourd'hui."),
    es=("Nadie aquí puede haber nacido ese día.", "Dé un día desde 1890 hasta hoy."),
    en=("Nobody here can be born on this day.", "Give a day from 1890 to today."),
)
NOTHING_FOUND_OUT = error(
    331,
    ht=("Pa gen anyen ki ekri.", "Tanpri ekri sa ou jwenn, an kèk mo."),
    fr=("Rien n'est écrit.", "Merci d'écrire ce que vous avez appris, en quelques mots."),
    es=("No hay nada escrito.", "Por favor, escriba en pocas palabras lo que averiguó."),
    en=("Nothing is written.", "Please write what you found out, in a few words."),
)
MOVED_ON_SINCE = error(
    328,
    ht=("Gen moun nan fwaye a ki deplase oswa ki ale depi lè sa a.", "Retire sa an premye."),
    fr=("Des personnes de ce foyer sont parties ou ont changé de carte depuis.", "Reprenez cela d'abord."),
    es=("Personas de este hogar se fueron o cambiaron de tarjeta desde entonces.", "Deshaga eso primero."),
    en=("People of this household have moved on or left since.", "Take that back first."),
)
NAME_OF_ANOTHER_ORGANISATION = error(
    341,
    ht=("Yon lòt òganizasyon gen non sa a deja.", "Louvri l nan lis la, oswa bay yon lòt non."),
    fr=("Une autre organisation porte déjà ce nom.", "Ouvrez-la dans la liste, ou donnez un autre nom."),
    es=("Otra organización ya tiene este nombre.", "Ábrala en la lista o dé otro nombre."),
    en=("Another organisation has this name already.", "Open it in the list, or give another name."),
)
ROLE_NOT_FOR_STATE = error(
    342,
    ht=(
        "Yon moun ki travay pou yon otorite leta pa ka gen wòl sa yo: {roles}.",
        "Retire yo, oswa chanje òganizasyon an.",
    ),
    fr=(
        "Une personne d'une autorité de l'État ne peut pas avoir ces rôles : {roles}.",
        "Enlevez-les, ou changez l'organisation.",
    ),
    es=(
        "Una persona de una autoridad del Estado no puede tener estos roles: {roles}.",
        "Quítelos o cambie la organización.",
    ),
    en=(
        "Somebody of a state authority may not hold these roles: {roles}.",
        "Take them away, or change the organisation.",
    ),
)
PASSWORD_SHORT = error(
    332,
    ht=("Modpas sa a twò kout.", "Pran {signs} siy oswa plis: kèk mo youn dèyè lòt."),
    fr=("Ce mot de passe est trop court.", "Prenez au moins {signs} signes : quelques mots à la suite."),
    es=("Esta contraseña es demasiado corta.", "Use al menos {signs} signos: unas palabras seguidas."),
    en=("This password is too short.", "Take at least {signs} signs: a few words in a row."),
)
PASSWORD_COMMON = error(
    333,
    ht=("Anpil moun sèvi ak modpas sa a, oswa li sanble ak non ou.", "Pran yon lòt ke se ou sèl ki konnen."),
    fr=("Ce mot de passe est très répandu, ou proche de votre nom.", "Prenez-en un que vous seul connaissez."),
    es=("Esta contraseña es muy común o se parece a su nombre.", "Use otra que solo usted conozca."),
    en=("Many people use this password, or it is close to your name.", "Take one that only you know."),
)
PASSWORDS_DIFFER = error(
    334,
    ht=("De modpas yo pa menm.", "Tape l yon lòt fwa."),
    fr=("Les deux mots de passe sont différents.", "Tapez-le encore une fois."),
    es=("Las dos contraseñas no son iguales.", "Escríbala otra vez."),
    en=("The two passwords are not the same.", "Type it once more."),
)
LAST_PROOF = error(
    335,
    ht=("Se dènye prèv ou genyen.", "Mete yon lòt anvan; apre sa w ap ka retire sa a."),
    fr=("C'est votre dernière preuve.", "Ajoutez-en d'abord une autre; vous pourrez ensuite retirer celle-ci."),
    es=("Es su última prueba.", "Añada otra primero; después podrá quitar esta."),
    en=("This is your last proof.", "Set another one first; then this one can be taken away."),
)
NOT_FOR_ONESELF = error(
    336,
    ht=("Pèsonn pa bay tèt li yon kòd.", "Chanje koneksyon ou nan paj pa ou, oswa mande yon lòt responsab."),
    fr=(
        "Personne ne se donne un code à soi-même.",
        "Changez votre connexion sur votre page, ou demandez à une autre personne responsable.",
    ),
    es=(
        "Nadie se da un código a sí mismo.",
        "Cambie su acceso en su propia página o pregunte a otra persona responsable.",
    ),
    en=("Nobody gives a code to themselves.", "Change your sign-in on your own page, or ask another manager."),
)
NOT_IN_CARE = error(
    345,
    ht=("Pèsonn pa bezwen rete ak timoun sa a kounye a.", "Gade lis la ankò."),
    fr=("Personne n'a plus à rester avec cet enfant.", "Regardez de nouveau la liste."),
    es=("Ya nadie tiene que estar con este niño o niña.", "Mire de nuevo la lista."),
    en=("Nobody has to be with this child any more.", "Look at the list again."),
)
IS_WITH_A_CHILD = error(
    346,
    ht=("Yon timoun avè {name}.", "Yon lòt ajan pran l anvan, nan Timoun nou okipe."),
    fr=("Un enfant est avec {name}.", "Quelqu'un d'autre le prend d'abord, sous Enfants à notre charge."),
    es=("Un niño o niña está con {name}.", "Otra persona lo recibe antes, en Niños a nuestro cargo."),
    en=("A child is with {name}.", "Somebody else takes over first, under Children in care."),
)
HOLDERS_ARE_ENOUGH = error(
    371,
    ht=("Gen twa kle deja.", "Fini ak youn anvan ou fè yon lòt."),
    fr=("Il y a déjà trois clés.", "Mettez fin à l'une d'elles avant d'en faire une autre."),
    es=("Ya hay tres llaves.", "Termine una antes de hacer otra."),
    en=("There are three keys already.", "End one of them before you make another."),
)
LANES_TOO_LONG = error(
    379,
    ht=("Pa plis pase 20 liy, ak non ki pa plis pase 12 lèt.", "Ekri non kout, ak vigil ant yo: A, B."),
    fr=("Pas plus de 20 couloirs, de noms de 12 lettres au plus.", "Écrivez des noms courts et des virgules : A, B."),
    es=("No más de 20 filas, con nombres de 12 letras como máximo.", "Escriba nombres cortos, con comas: A, B."),
    en=("No more than 20 lanes, with names of at most 12 letters.", "Write short names, with commas between: A, B."),
)
