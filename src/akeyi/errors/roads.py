"""What the pages of roads, trips and the night do not do, and what helps."""

from .kinds import error

ROAD_CLOSED = error(
    376,
    ht=("Wout sa a fèmen.", "Chwazi yon lòt wout, oswa ekri poukisa vwayaj la ap pati kanmèm."),
    fr=("Cette route est fermée.", "Choisissez une autre route, ou écrivez pourquoi le trajet part quand même."),
    es=("Este camino está cerrado.", "Elija otro camino, o escriba por qué el viaje sale de todos modos."),
    en=("This road is closed.", "Choose another road, or write why the trip leaves all the same."),
)
ALREADY_OVER = error(
    377,
    ht=("Lè sa a pase deja.", "Ekri yon lè ki poko rive."),
    fr=("Ce moment est déjà passé.", "Écrivez une heure à venir."),
    es=("Esa hora ya pasó.", "Escriba una hora que aún no llega."),
    en=("That moment is over already.", "Write a time that is still to come."),
)
