"""What somebody thinks of the reception, in five questions; complaints about a worker have a way of their own."""

from .build import YES_NO, Ask, OwnForm, Words

TREATED: dict[str, Words] = {
    "well": ("Byen", "Bien", "Bien", "Well"),
    "so_so": ("Konsi konsa", "Moyennement", "Regular", "So-so"),
    "badly": ("Mal", "Mal", "Mal", "Badly"),
}
MISSING: dict[str, Words] = {
    "water": ("Dlo", "Eau", "Agua", "Water"),
    "meal": ("Manje", "Nourriture", "Comida", "Food"),
    "toilet": ("Twalèt", "Toilettes", "Baños", "Toilets"),
    "rest": ("Yon kote pou chita", "Un endroit pour s'asseoir", "Un lugar para sentarse", "A place to sit"),
    "call": ("Yon apèl telefòn", "Un appel téléphonique", "Una llamada", "A phone call"),
    "information": ("Enfòmasyon", "Des informations", "Información", "Information"),
    "transport": ("Transpò", "Transport", "Transporte", "Transport"),
    "other": ("Lòt bagay", "Autre chose", "Otra cosa", "Something else"),
}

FORM = OwnForm(
    form="feedback",
    wall="reception",
    titles=("Di nou sa ou panse", "Votre avis", "Su opinión", "What you think of us"),
    survey=(
        Ask(
            "note",
            "introduction",
            (
                "Tout moun k ap travay nan sal la ka li sa.",
                "Tous ceux qui travaillent dans la salle peuvent lire ceci.",
                "Todos los que trabajan en la sala pueden leer esto.",
                "Everybody who works in the hall can read this.",
            ),
            (
                "Si yon moun gen plent sou yon travayè, pa ekri l isit la. "
                "Bay moun nan tablèt la: peze « Bay yon moun ki gen plent tablèt la » sou premye paj la.",
                "Une plainte au sujet d'un agent ne s'écrit pas ici. "
                "Donnez la tablette à la personne : « Donner la tablette à quelqu'un qui se plaint », à l'accueil.",
                "Una queja sobre un trabajador no se escribe aquí. "
                "Dé la tableta a la persona: «Dar la tableta a quien tiene una queja», en la primera página.",
                "A complaint about a worker is not written here. "
                "Give the person the tablet: “Hand the tablet to somebody who has a complaint”, on the first page.",
            ),
        ),
        Ask(
            "select_one treated",
            "treated",
            (
                "Kijan yo trete ou isit la?",
                "Comment vous a-t-on traité ici ?",
                "¿Cómo le trataron aquí?",
                "How were you treated here?",
            ),
            required=True,
        ),
        Ask(
            "select_one yes_no",
            "told_what_next",
            (
                "Èske yo di ou sa k ap vini apre?",
                "Vous a-t-on dit ce qui se passe ensuite ?",
                "¿Le dijeron qué pasa después?",
                "Were you told what happens next?",
            ),
        ),
        Ask(
            "select_one yes_no",
            "got_what_needed",
            (
                "Èske ou jwenn sa ou te bezwen jodi a?",
                "Avez-vous reçu ce dont vous aviez besoin aujourd'hui ?",
                "¿Recibió lo que necesitaba hoy?",
                "Did you get what you needed today?",
            ),
            required=True,
        ),
        Ask(
            "select_multiple missing",
            "missing",
            ("Kisa ki te manke?", "Qu'est-ce qui a manqué ?", "¿Qué faltó?", "What was missing?"),
            relevant="${got_what_needed} = 'no'",
        ),
        Ask(
            "text",
            "better",
            (
                "Kisa nou ta dwe fè pi byen?",
                "Que devrions-nous mieux faire ?",
                "¿Qué deberíamos hacer mejor?",
                "What should we do better?",
            ),
            constraint="string-length(.) <= 500",
            message=(
                "Pa plis pase 500 siy.",
                "500 signes au plus.",
                "500 signos como máximo.",
                "At most 500 signs.",
            ),
        ),
    ),
    choices={"treated": TREATED, "yes_no": YES_NO, "missing": MISSING},
)
