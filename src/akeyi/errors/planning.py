"""What the plan of a day does not take: shifts that cannot be, tables that say too little; and what helps."""

from .kinds import error

ENDS_BEFORE_IT_BEGINS = error(
    601,
    ht=("Ekip la ta fini anvan li kòmanse.", "Chwazi yon lè apre; apre minui se jou apre a."),
    fr=(
        "L'équipe finirait avant de commencer.",
        "Choisissez une heure plus tardive ; après minuit, c'est le jour suivant.",
    ),
    es=(
        "El turno terminaría antes de empezar.",
        "Elija una hora posterior; después de medianoche es el día siguiente.",
    ),
    en=("The shift would end before it begins.", "Choose a later hour; after midnight it is the next day."),
)
SHIFT_TOO_LONG = error(
    602,
    ht=("Yon ekip pa travay plis pase 24 è.", "Ekri plizyè ekip."),
    fr=("Une équipe ne travaille pas plus de 24 heures.", "Notez plusieurs équipes."),
    es=("Un turno no dura más de 24 horas.", "Anote varios turnos."),
    en=("No shift lasts more than 24 hours.", "Write down several shifts."),
)
NOBODY_IN_IT = error(
    603,
    ht=("Pa gen pèsonn nan ekip sa a.", "Ekri konbyen moun, omwen nan yon pòs."),
    fr=("Il n'y a personne dans cette équipe.", "Notez combien, au moins à un poste."),
    es=("No hay nadie en este turno.", "Anote cuántas personas, al menos en un puesto."),
    en=("Nobody is in this shift.", "Write down how many, at one station at least."),
)
