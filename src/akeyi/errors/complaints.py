"""What somebody reads who asks for the answer to a complaint, on a tablet or at a table."""

from .kinds import error

ANSWER_NOT_KNOWN = error(
    115,
    ht=("Nimewo sa yo pa mennen nan okenn repons.", "Gade chak chif ankò. Yon plent rive apre ekip la fini."),
    fr=(
        "Aucune réponse n'appartient à ces chiffres.",
        "Relisez chaque chiffre. Une plainte n'arrive qu'à la fin de l'équipe.",
    ),
    es=(
        "Ninguna respuesta corresponde a estas cifras.",
        "Revise cada cifra. Una queja llega cuando termina el turno.",
    ),
    en=("No answer belongs to these numbers.", "Look at each digit again. A complaint arrives when the shift is over."),
    status=404,
)
CODE_TOO_SOON = error(
    116,
    ht=("Twòp nimewo ki pa bon. Tann {seconds} segond.", "Apre sa, eseye ankò."),
    fr=("Trop de chiffres erronés. Attendez {seconds} secondes.", "Ensuite, réessayez."),
    es=("Demasiadas cifras incorrectas. Espere {seconds} segundos.", "Después, inténtelo otra vez."),
    en=("Too many wrong numbers. Wait {seconds} seconds.", "Then try again."),
    status=429,
)
NO_DAY = error(
    375,
    ht=("Sa a pa yon jou.", "Chwazi jou ki dwe gen repons lan."),
    fr=("Ceci n'est pas un jour.", "Choisissez le jour de la réponse."),
    es=("Esto no es un día.", "Elija el día de la respuesta."),
    en=("This is no day.", "Choose the day of the answer."),
)
