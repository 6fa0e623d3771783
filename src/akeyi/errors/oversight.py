"""What pages refuse to whoever watches over looks, keeps what is held in bounds, or lets something out."""

from .kinds import error

CARD_NEVER_SPOKEN_OF = error(
    391,
    ht=("Pa janm di anyen sou kat sa a nan sit sa a.", "Gade nimewo a ankò, oswa mande lòt sit la."),
    fr=("Rien n'a jamais été dit de cette carte sur ce site.", "Relisez le numéro, ou demandez à l'autre site."),
    es=("Nunca se dijo nada de esta tarjeta en este sitio.", "Lea otra vez el número o pregunte al otro sitio."),
    en=("Nothing was ever said about this card at this site.", "Read the number again, or ask the other site."),
)
NOT_THEIR_FILE = error(
    392,
    ht=("Sa pa ase pou louvri dosye sa a.", "Mande kat la, oswa de bagay ki nan dosye a."),
    fr=("Cela ne suffit pas pour ouvrir ce dossier.", "Demandez la carte, ou deux choses qui sont dans le dossier."),
    es=("Eso no basta para abrir este expediente.", "Pida la tarjeta, o dos cosas que estén en el expediente."),
    en=("This is not enough to open this file.", "Ask for the card, or for two things that stand in the file."),
)
ASK_AGAIN_WHO_THEY_ARE = error(
    393,
    ht=("Anyen pa efase.", "Mande kat la ankò, epi tyeke bwat la."),
    fr=("Rien n'a été effacé.", "Demandez de nouveau la carte, et cochez la case."),
    es=("No se borró nada.", "Pida otra vez la tarjeta y marque la casilla."),
    en=("Nothing was erased.", "Ask for the card again, and tick the box."),
)
NOT_COUNTED_YET = error(
    394,
    ht=("Pèsonn poko konte moun arive sa a.", "Konte yo anvan; apre sa siyen."),
    fr=("Personne n'a encore compté cette arrivée.", "Comptez d'abord; signez ensuite."),
    es=("Nadie contó todavía esta llegada.", "Cuente primero; firme después."),
    en=("Nobody counted this arrival yet.", "Count first; then sign."),
)
