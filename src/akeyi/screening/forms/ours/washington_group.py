"""Washington Group Short Set: six questions, alike in every country, with the cut-off that makes counts comparable."""

from akeyi.screening.rules import COUNTED_FROM

from .build import Ask, OwnForm, Words

SIX: dict[str, Words] = {
    "seeing": (
        "Èske ou gen difikilte pou wè, menm lè ou mete linèt?",
        "Avez-vous des difficultés à voir, même avec des lunettes ?",
        "¿Tiene dificultad para ver, incluso con lentes?",
        "Do you have difficulty seeing, even if wearing glasses?",
    ),
    "hearing": (
        "Èske ou gen difikilte pou tande, menm lè ou mete yon aparèy pou zòrèy?",
        "Avez-vous des difficultés à entendre, même avec un appareil auditif ?",
        "¿Tiene dificultad para oír, incluso con un audífono?",
        "Do you have difficulty hearing, even if using a hearing aid?",
    ),
    "walking": (
        "Èske ou gen difikilte pou mache oswa monte mach eskalye?",
        "Avez-vous des difficultés à marcher ou à monter des marches ?",
        "¿Tiene dificultad para caminar o subir escalones?",
        "Do you have difficulty walking or climbing steps?",
    ),
    "remembering": (
        "Èske ou gen difikilte pou sonje bagay oswa pou konsantre?",
        "Avez-vous des difficultés à vous souvenir ou à vous concentrer ?",
        "¿Tiene dificultad para recordar o concentrarse?",
        "Do you have difficulty remembering or concentrating?",
    ),
    "self_care": (
        "Èske ou gen difikilte pou pran swen tèt ou, tankou benyen oswa abiye?",
        "Avez-vous des difficultés à prendre soin de vous, par exemple vous laver ou vous habiller ?",
        "¿Tiene dificultad para su cuidado personal, como lavarse o vestirse?",
        "Do you have difficulty with self-care, such as washing all over or dressing?",
    ),
    "communicating": (
        "Nan lang ou abitye pale a, èske ou gen difikilte pou kominike, tankou konprann oswa fè moun konprann ou?",
        "Dans votre langue habituelle, avez-vous des difficultés à communiquer, par exemple à comprendre ou à "
        "être compris ?",
        "En su idioma habitual, ¿tiene dificultad para comunicarse, por ejemplo para entender o ser entendido?",
        "Using your usual language, do you have difficulty communicating, for example understanding or being "
        "understood?",
    ),
}
DIFFICULTY: dict[str, Words] = {
    "none": ("Non, pa gen difikilte", "Non, aucune difficulté", "No, ninguna dificultad", "No, no difficulty"),
    "some": ("Wi, yon ti difikilte", "Oui, un peu de difficulté", "Sí, cierta dificultad", "Yes, some difficulty"),
    "a_lot": ("Wi, anpil difikilte", "Oui, beaucoup de difficulté", "Sí, mucha dificultad", "Yes, a lot of difficulty"),
    "cannot": (
        "Mwen pa ka fè l ditou",
        "Je n'y arrive pas du tout",
        "No puedo hacerlo en absoluto",
        "I cannot do it at all",
    ),
}

FORM = OwnForm(
    form="washington_group",
    wall="protection",
    titles=(
        "Difikilte nan sa moun fè chak jou",
        "Difficultés dans la vie de tous les jours",
        "Dificultades en la vida diaria",
        "Difficulties in everyday life",
    ),
    survey=(
        # The word "disability" is said nowhere: whoever hears it says no.
        Ask(
            "note",
            "introduction",
            (
                "Kesyon sa yo sou difikilte ou ka genyen pou fè kèk bagay akoz yon pwoblèm sante.",
                "Ces questions portent sur les difficultés que vous pouvez avoir à faire certaines choses à cause d'un "
                "problème de santé.",
                "Estas preguntas son sobre dificultades que pueda tener para hacer ciertas cosas por un problema de "
                "salud.",
                "These questions are about difficulties you may have doing certain things because of a health problem.",
            ),
            (
                "Pou moun ki gen 18 an oswa plis. Yon moun pwoteksyon timoun ap pale ak timoun yo.",
                "Pour les personnes de 18 ans et plus. La protection de l'enfance parle avec les enfants.",
                "Para personas de 18 años o más. Protección de la niñez habla con los niños.",
                "For people of 18 and over. Child protection talks with children.",
            ),
        ),
        *(Ask("select_one difficulty", name, label, required=True) for name, label in SIX.items()),
        # At least one "a lot" or worse; "some" is not counted.
        Ask(
            "calculate",
            "counted",
            calculation="if("
            + " or ".join(f"${{{name}}} = '{answer}'" for name in SIX for answer in COUNTED_FROM)
            + ", 'yes', 'no')",
        ),
        Ask(
            "note",
            "is_counted",
            (
                "Pou travayè a: omwen yon repons se anpil difikilte oswa pa ka fè l ditou. Yo konte moun sa a. "
                "Mande sa ki t ap fè wout la pi fasil pou li isit la.",
                "Pour l'agent : au moins une réponse est beaucoup de difficulté, ou pas du tout. Cette personne est "
                "comptée. Demandez ce qui lui faciliterait le passage ici.",
                "Para quien pregunta: al menos una respuesta es mucha dificultad, o en absoluto. "
                "Esta persona se cuenta. Pregunte qué le facilitaría el paso por aquí.",
                "For the worker: at least one answer is a lot of difficulty, or cannot at all. This person is counted. "
                "Ask what would make the way through easier.",
            ),
            relevant="${counted} = 'yes'",
        ),
    ),
    choices={"difficulty": DIFFICULTY},
)
