"""What a page about a referral does not do, and what helps; also what a receiver reads who has no account."""

from .kinds import error

NOT_THERE = error(
    381,
    ht=("Pa gen referans sa a la a.", "Gade lis la ankò."),
    fr=("Cette orientation n'est pas ici.", "Regardez de nouveau la liste."),
    es=("Esta derivación no está aquí.", "Mire de nuevo la lista."),
    en=("This referral is not here.", "Look at the list again."),
)
NO_LONGER_OPEN = error(
    382,
    ht=("Sa pa posib ankò: referans la chanje pandan tan an.", "Gade kote li ye kounye a."),
    fr=("Ce n'est plus possible : l'orientation a changé entre-temps.", "Regardez où elle en est."),
    es=("Ya no es posible: la derivación cambió entretanto.", "Mire en qué estado está."),
    en=("This is no longer possible: the referral has changed meanwhile.", "Look at how it stands now."),
)
REASON_MISSING = error(
    383,
    ht=("Pa gen rezon.", "Chwazi youn, pou moun nan ka jwenn yon lòt sèvis."),
    fr=("Il manque la raison.", "Choisissez-en une, pour qu'un autre service soit trouvé."),
    es=("Falta la razón.", "Elija una, para que se encuentre otro servicio."),
    en=("There is no reason.", "Choose one, so that another service can be found."),
)
LINK_DEAD = error(
    384,
    ht=("Adrès sa a pa mennen okenn kote, oswa li pa mennen ankò.", "Mande moun ki te ba ou li a yon nouvo."),
    fr=("Cette adresse ne mène nulle part, ou plus.", "Demandez-en une nouvelle à qui vous l'a donnée."),
    es=("Esta dirección no lleva a ningún lado, o ya no.", "Pida otra a quien se la dio."),
    en=("This address leads nowhere, or no longer.", "Ask whoever gave it to you for a new one."),
)
OPENED_BEFORE = error(
    385,
    ht=(
        "Yo te louvri adrès sa a deja nan yon lòt navigatè.",
        "Sèvi ak navigatè sa a. Si se pa te ou, di moun ki te ba ou li a sa touswit.",
    ),
    fr=(
        "Cette adresse a déjà été ouverte dans un autre navigateur.",
        "Utilisez celui-là. Si ce n'était pas vous, dites-le tout de suite à qui vous l'a donnée.",
    ),
    es=(
        "Esta dirección ya se abrió en otro navegador.",
        "Use ese. Si no fue usted, dígalo enseguida a quien se la dio.",
    ),
    en=(
        "This address was opened before, in another browser.",
        "Use that one. If it was not you, tell whoever gave it to you at once.",
    ),
)
CODE_NOT_RIGHT = error(
    386,
    ht=("Kòd la pa bon.", "Gade sis chif yo ankò; apre senk fwa adrès la pa mache ankò."),
    fr=("Le code n'est pas le bon.", "Relisez les six chiffres; après cinq essais l'adresse ne sert plus."),
    es=("El código no es correcto.", "Lea otra vez las seis cifras; tras cinco intentos la dirección ya no sirve."),
    en=("The code is not right.", "Read the six digits again; after five tries the address is dead."),
)
NOTHING_WRITTEN = error(
    387,
    ht=("Ou chwazi sa, men pa gen anyen ki ekri.", "Ekri sa sèvis la ap konnen, oswa retire chwa a."),
    fr=("C'est choisi, mais rien n'est écrit.", "Écrivez ce que le service apprendra, ou retirez le choix."),
    es=("Está elegido, pero no hay nada escrito.", "Escriba lo que sabrá el servicio, o quite la elección."),
    en=("It is chosen, but nothing is written.", "Write what the service is told, or take the choice away."),
)
WHO_ANSWERED = error(
    388,
    ht=("Pa gen ki moun ki reponn pou li, oswa poukisa.", "Chwazi toude."),
    fr=("Il manque qui a répondu, ou pourquoi.", "Choisissez les deux."),
    es=("Falta quién respondió o por qué.", "Elija las dos cosas."),
    en=("Who answered for them, or why, is missing.", "Choose both."),
)
