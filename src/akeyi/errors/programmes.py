"""What the form of a programme does not take, and what helps."""

from .kinds import error

BEGINS_TOO_EARLY = error(
    364,
    ht=("Moun ki rive anvan {day} ap jwenn sa ki te la lè sa a.", "Chwazi jou sa a oswa yon jou apre."),
    fr=("Qui est arrivé avant le {day} reçoit selon la règle d'alors.", "Choisissez ce jour ou un jour suivant."),
    es=("Quien llegó antes del {day} recibe según la regla de entonces.", "Elija ese día o uno posterior."),
    en=("Whoever arrived before {day} is served by the rule of then.", "Choose that day or a later one."),
)
ENDS_BEFORE_IT_BEGINS = error(
    365,
    ht=("Li ta fini anvan li kòmanse.", "Chwazi yon jou apre, oswa kite l vid."),
    fr=("Il finirait avant de commencer.", "Choisissez un jour plus tardif, ou laissez vide."),
    es=("Terminaría antes de empezar.", "Elija un día posterior o deje el campo vacío."),
    en=("It would end before it begins.", "Choose a later day, or leave it empty."),
)
NOBODY_OF_THAT_AGE = error(
    366,
    ht=("Pèsonn pa gen laj sa a.", "Gade de laj yo ankò."),
    fr=("Personne n'a cet âge.", "Regardez encore les deux âges."),
    es=("Nadie tiene esa edad.", "Mire de nuevo las dos edades."),
    en=("Nobody is of that age.", "Look at both ages again."),
)
GIVES_NOTHING = error(
    367,
    ht=("Pwogram sa a pa bay anyen.", "Chwazi omwen yon atik, oswa yon kantite lajan."),
    fr=("Ce programme ne donne rien.", "Choisissez au moins un article, ou un montant."),
    es=("Este programa no da nada.", "Elija al menos un artículo o un importe."),
    en=("This programme gives nothing.", "Choose at least one item, or an amount."),
)
GIVES_IT_TWICE = error(
    368,
    ht=("Menm bagay la parèt de fwa.", "Ekri l sou yon sèl liy."),
    fr=("La même chose y est deux fois.", "Écrivez-la sur une seule ligne."),
    es=("Lo mismo aparece dos veces.", "Escríbalo en una sola línea."),
    en=("One thing stands here twice.", "Write it in one line."),
)
ITS_DAY_HAS_COME = error(
    369,
    ht=("Jou li te dwe kòmanse a rive.", "Chwazi yon lòt jou, epi gade l ankò."),
    fr=("Le jour où il devait commencer est arrivé.", "Choisissez un autre jour et regardez-le encore."),
    es=("El día en que debía empezar ya llegó.", "Elija otro día y mírelo de nuevo."),
    en=("The day on which it was to begin has come.", "Choose another day and look at it again."),
)
