"""What the page of stock does not write down, and what helps."""

from .kinds import error

OTHER_STORE = error(
    395,
    ht=("Pa gen lòt depo ki chwazi.", "Chwazi depo kote bagay yo ale a."),
    fr=("L'autre dépôt n'est pas choisi.", "Choisissez celui où les articles sont allés."),
    es=("Falta el otro almacén.", "Elija a cuál pasaron los artículos."),
    en=("The other store is not chosen.", "Choose the one the items went to."),
)
SAY_WHY = error(
    396,
    ht=("Rezon an manke.", "Chwazi youn; “Pèsonn pa konnen” se yon repons tou."),
    fr=("La raison manque.", "Choisissez-en une ; « Personne ne sait » est aussi une réponse."),
    es=("Falta el motivo.", "Elija uno; «Nadie sabe» también es una respuesta."),
    en=("The reason is missing.", "Choose one; “Nobody knows” is an answer too."),
)
NO_PARTS = error(
    397,
    ht=("Nou pa konnen kisa ki gen nan kit sa a.", "Ekri l anvan sou paj atik la, nan Estòk."),
    fr=("On ne sait pas de quoi ce kit se compose.", "Notez-le d'abord sur la page de l'article, depuis Stock."),
    es=("No se sabe de qué se compone este kit.", "Anótelo primero en la página del artículo, desde Existencias."),
    en=("Nobody said what this kit is made of.", "Write it down first on the page of the item, from Stock."),
)
NO_NUMBER = error(
    398,
    ht=("Sa a pa yon chif antye.", "Ekri konbyen ou jwenn, tankou 12; kite l vid si ou pa t konte."),
    fr=("Ce n'est pas un nombre entier.", "Écrivez combien vous avez trouvé, par exemple 12 ; vide si pas compté."),
    es=("No es un número entero.", "Escriba cuántos encontró, por ejemplo 12; déjelo vacío si no contó."),
    en=("This is no whole number.", "Type how many you found, like 12; leave it empty if you did not count."),
)
