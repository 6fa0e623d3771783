"""What the sheet on top of a roll says to the team, in the four languages of the desk."""

# In the order of the desk: Creole first. A language is a row, so a missing one is seen at once.
LANGUAGES = ("ht", "fr", "es", "en")

TEAM = {"ht": "Ekip", "fr": "Équipe", "es": "Equipo", "en": "Team"}

ROLL = {"ht": "Woulo", "fr": "Rouleau", "es": "Rollo", "en": "Roll"}

CARDS = {"ht": "kat", "fr": "cartes", "es": "tarjetas", "en": "cards"}

FIRST_AND_LAST = {
    "ht": "premye – dènye",
    "fr": "première – dernière",
    "es": "primera – última",
    "en": "first – last",
}

OPEN_THE_ROLL = {
    "ht": "Nan pòt la, eskane kòd sa a: l ap louvri woulo a pou yon arive. Apre sa, chire fèy la.",
    "fr": "À la porte, scannez ce code : il ouvre le rouleau pour une arrivée. Ensuite, déchirez la feuille.",
    "es": "En la puerta, escanee este código: abre el rollo para una llegada. Después, rompa la hoja.",
    "en": "At the door, scan this code: it opens the roll for an arrival. Then tear the sheet up.",
}

# The code on the sheet is also the first card's: whoever held the sheet could be taken for that person.
TEAM_ONLY = {
    "ht": "Fèy sa a se pou ekip la sèlman. Pa janm bay lòt moun li.",
    "fr": "Cette feuille est pour l’équipe seulement. Ne la remettez jamais à quelqu’un d’autre.",
    "es": "Esta hoja es solo para el equipo. No la entregue nunca a otra persona.",
    "en": "This sheet is for the team only. Never hand it to anyone else.",
}


def together(words: dict[str, str]) -> str:
    """One line that says the same word in every language."""
    return " · ".join(words[language] for language in LANGUAGES)


def sentences() -> list[dict[str, str]]:
    """Per language, what to do with the sheet and who it is for."""
    return [
        {"language": language, "open": OPEN_THE_ROLL[language], "only": TEAM_ONLY[language]} for language in LANGUAGES
    ]
