"""What pages refuse to whoever watches over looks, keeps what is held in bounds, or lets something out."""

from .kinds import error

CARD_NEVER_SPOKEN_OF = error(
    391,
    ht=("Pa janm di anyen sou kat sa a nan sit sa a.", "Gade nimewo a ankò, oswa mande lòt sit la."),
    fr=("Rien n'a jamais été dit de cette carte sur ce site.", "Relisez le numéro, ou demandez à l'autre site."),
    es=("Nunca se dijo nada de esta tarjeta en este sitio.", "Lea otra vez el número o pregunte al otro sitio."),
    en=("Nothing was ever said about this card at this site.", "Read the number again, or ask the other site."),
)
