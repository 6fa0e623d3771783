"""What the page of calls does not do, and what helps."""

from .kinds import error

NOT_AT_THIS_HOUR = error(
    347,
    ht=("Moun nan te di lè sa a pa bon pou rele.", "Rele nan lè li te chwazi yo."),
    fr=("La personne a dit que cette heure n'est pas sûre.", "Appelez aux heures qu'elle a choisies."),
    es=("La persona dijo que a esta hora no es seguro.", "Llame a las horas que eligió."),
    en=("The person said that this hour is not safe.", "Call at the hours they chose."),
)
SOMEBODY_ELSE_CALLS = error(
    348,
    ht=("{name} ap rele moun sa a.", "Pran yon lòt liy."),
    fr=("{name} appelle déjà cette personne.", "Prenez une autre ligne."),
    es=("{name} ya está llamando a esta persona.", "Tome otra línea."),
    en=("{name} is calling this person.", "Take another line."),
)
WORD_FIRST = error(
    349,
    ht=("Apèl sa a pa louvri ankò.", "Montre nimewo a ankò, epi mande mo a anvan tout lòt bagay."),
    fr=("Cet appel n'est plus ouvert.", "Affichez de nouveau le numéro, puis demandez d'abord le mot."),
    es=("Esta llamada ya no está abierta.", "Muestre otra vez el número y pida primero la palabra."),
    en=("This call is not open any more.", "Show the number again, then ask for the word before anything else."),
)
NOT_THE_WORD = error(
    350,
    ht=("Se pa mo moun nan te chwazi a.", "Mande yon lòt fwa. Pa di ni kiyès ou ye, ni non pèsonn."),
    fr=("Ce n'est pas le mot choisi.", "Demandez encore une fois. Ne dites ni qui vous êtes, ni aucun nom."),
    es=("No es la palabra elegida.", "Pregunte otra vez. No diga quién es usted ni ningún nombre."),
    en=("This is not the word they chose.", "Ask once more. Say neither who you are nor anybody's name."),
)
THREE_WRONG_WORDS = error(
    370,
    ht=("Twa move mo: apèl sa a fini.", "Di: {said}"),
    fr=("Trois mots erronés : cet appel est terminé.", "Dites : {said}"),
    es=("Tres palabras equivocadas: esta llamada terminó.", "Diga: {said}"),
    en=("Three wrong words: this call is over.", "Say: {said}"),
)
