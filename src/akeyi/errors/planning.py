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
TABLE_NOT_READ = error(
    604,
    ht=("Nou pa ka li fichye {file}.", "Bay yon CSV an UTF-8 ki la, ak vigil oswa pwen-vigil."),
    fr=("Le fichier {file} ne peut pas être lu.", "Donnez un CSV en UTF-8 qui existe, à virgules ou points-virgules."),
    es=("No se puede leer el archivo {file}.", "Dé un CSV en UTF-8 que exista, con comas o puntos y comas."),
    en=("The file {file} cannot be read.", "Give a CSV in UTF-8 that is there, with commas or semicolons."),
)
TABLE_EMPTY = error(
    605,
    ht=("Pa gen liy nan {file}.", "Ekri yon liy pou chak arive, oswa pou chak pòs."),
    fr=("Il n'y a aucune ligne dans {file}.", "Écrivez une ligne par arrivée, ou par poste."),
    es=("No hay ninguna línea en {file}.", "Escriba una línea por llegada, o por puesto."),
    en=("There is no line in {file}.", "Write one line for each arrival, or for each station."),
)
COLUMN_MISSING = error(
    606,
    ht=("Kolòn {column} manke nan {file}.", "Premye liy lan dwe genyen: {columns}."),
    fr=("La colonne {column} manque dans {file}.", "La première ligne doit contenir : {columns}."),
    es=("Falta la columna {column} en {file}.", "La primera línea debe tener: {columns}."),
    en=("The column {column} is missing in {file}.", "The first line must have: {columns}."),
)
NO_TIME = error(
    607,
    ht=("{file}, liy {row}, kolòn {column}: “{value}” pa yon lè.", "Ekri l tankou 13:10; 26:00 se 2 è nan maten apre."),
    fr=(
        "{file}, ligne {row}, colonne {column} : « {value} » n'est pas une heure.",
        "Écrivez-la comme 13:10 ; 26:00, c'est 2 h le lendemain.",
    ),
    es=(
        "{file}, fila {row}, columna {column}: «{value}» no es una hora.",
        "Escríbala como 13:10; 26:00 son las 2 del día siguiente.",
    ),
    en=(
        "{file}, row {row}, column {column}: “{value}” is no time.",
        "Write it like 13:10; 26:00 is 2 in the morning after.",
    ),
)
NOT_SO_MANY = error(
    608,
    ht=(
        "{file}, liy {row}, kolòn {column}: “{value}” pa yon chif ki bon.",
        "Ekri yon chif antye, ant {least} ak {most}.",
    ),
    fr=(
        "{file}, ligne {row}, colonne {column} : « {value} » n'est pas un nombre possible.",
        "Écrivez un nombre entier, de {least} à {most}.",
    ),
    es=(
        "{file}, fila {row}, columna {column}: «{value}» no es un número posible.",
        "Escriba un número entero, de {least} a {most}.",
    ),
    en=(
        "{file}, row {row}, column {column}: “{value}” is no possible number.",
        "Write a whole number, from {least} to {most}.",
    ),
)
STATION_UNKNOWN = error(
    609,
    ht=("{file}, liy {row}, kolòn {column}: pa gen pòs “{value}”.", "Ekri youn nan: {stations}."),
    fr=("{file}, ligne {row}, colonne {column} : il n'y a pas de poste « {value} ».", "Écrivez l'un de : {stations}."),
    es=("{file}, fila {row}, columna {column}: no hay puesto «{value}».", "Escriba uno de: {stations}."),
    en=("{file}, row {row}, column {column}: there is no station “{value}”.", "Write one of: {stations}."),
)
NOBODY_WORKS = error(
    610,
    ht=("Dapre {file}, pèsonn pa travay okenn kote.", "Ekri omwen yon ajan nan yon pòs."),
    fr=("Selon {file}, personne ne travaille nulle part.", "Écrivez au moins un agent à un poste."),
    es=("Según {file}, nadie trabaja en ninguna parte.", "Escriba al menos un agente en un puesto."),
    en=("By {file}, nobody works anywhere.", "Write down one worker at one station at least."),
)
ENDS_TOO_EARLY = error(
    611,
    ht=("{file}, liy {row}: ekip la fini anvan li kòmanse.", "Apre minui, ekri 26:00 pou 2 è."),
    fr=("{file}, ligne {row} : l'équipe finit avant de commencer.", "Après minuit, écrivez 26:00 pour 2 h."),
    es=("{file}, fila {row}: el turno termina antes de empezar.", "Después de medianoche, escriba 26:00 para las 2."),
    en=("{file}, row {row}: the shift ends before it begins.", "After midnight, write 26:00 for 2 o'clock."),
)
TOO_MANY_PEOPLE = error(
    612,
    ht=("Nan {file} gen plis pase {most} moun.", "Simile yon jou ki pi piti."),
    fr=("Il y a plus de {most} personnes dans {file}.", "Simulez une journée plus petite."),
    es=("Hay más de {most} personas en {file}.", "Simule un día más pequeño."),
    en=("There are more than {most} people in {file}.", "Simulate a smaller day."),
)
NOT_FOR_REAL_PEOPLE = error(
    613,
    ht=("Sant sa a gen vrè moun: jou envante pa jwe ladan l.", "Jwe l sou yon sant demo: AKEYI_MODE=demo."),
    fr=(
        "Ce centre sert de vraies personnes : aucune journée inventée n'y est jouée.",
        "Jouez-la sur un centre de démonstration : AKEYI_MODE=demo.",
    ),
    es=(
        "Este centro atiende a personas reales: aquí no se juega un día inventado.",
        "Hágalo en un centro de demostración: AKEYI_MODE=demo.",
    ),
    en=("This hub serves real people: no invented day is played on it.", "Play it on a demo hub: AKEYI_MODE=demo."),
)
NO_HUB_THERE = error(
    614,
    ht=("Pa gen sant k ap reponn nan {hub}.", "Lanse l anvan: akeyi serve, ak menm baz done a."),
    fr=("Aucun centre ne répond à {hub}.", "Lancez-le d'abord : akeyi serve, avec la même base de données."),
    es=("Ningún centro responde en {hub}.", "Inícielo primero: akeyi serve, con la misma base de datos."),
    en=("No hub answers at {hub}.", "Start it first: akeyi serve, with the same database."),
)
NOTHING_TO_SIMULATE = error(
    615,
    ht=("Pèsonn pa di ni kilè ni konbyen moun k ap vini jou sa a.", "Anonse l avan, ak lè a ak kantite a."),
    fr=("Personne n'a dit quand et combien viennent ce jour-là.", "Annoncez-le d'abord, avec l'heure et le nombre."),
    es=("Nadie dijo cuándo ni cuántos vienen ese día.", "Anúncielo primero, con la hora y el número."),
    en=("Nobody said when and how many come that day.", "Announce it first, with the hour and the number."),
)
