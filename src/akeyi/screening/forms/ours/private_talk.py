"""A private talk with an adult: at most eight questions, none asks for a story; each leads to a service or to none."""

from .build import NO_ANSWER, YES_NO, Ask, OwnForm, Words

SLEEPS: dict[str, Words] = {
    "family": ("Lakay fanmi", "Chez de la famille", "Con familia", "With family"),
    "friend": ("Lakay zanmi", "Chez des amis", "Con amistades", "With friends"),
    "paid": ("Yon kote mwen peye", "Un endroit que je paie", "Un lugar que pago", "A place I pay for"),
    "nowhere": ("Mwen pa gen kote", "Je n'ai nulle part", "No tengo dónde", "I have no place"),
}
SERVICES: dict[str, Words] = {
    "health": ("Yon doktè", "Un médecin", "Un médico", "A doctor"),
    "shelter": ("Yon kote pou dòmi", "Un endroit où dormir", "Un lugar para dormir", "A place to sleep"),
    "family": ("Jwenn fanmi mwen", "Retrouver ma famille", "Encontrar a mi familia", "Finding my family"),
    "papers": ("Papye", "Des papiers", "Documentos", "Papers"),
    "legal": ("Konsèy sou dwa mwen", "Un conseil sur mes droits", "Consejo sobre mis derechos", "Advice on my rights"),
    "someone": (
        "Yon moun ki konn koute",
        "Quelqu'un qui sait écouter",
        "Alguien que sabe escuchar",
        "Somebody who knows how to listen",
    ),
    "private": ("Yon sèvis prive", "Un service confidentiel", "Un servicio confidencial", "A confidential service"),
}
WHEN: dict[str, Words] = {
    "today": ("Anvan moun nan kite isit la", "Avant de quitter les lieux", "Antes de salir de aquí", "Before leaving"),
    "three_days": ("Nan twa jou", "Dans les trois jours", "En tres días", "Within three days"),
    "two_weeks": ("Nan de semèn", "Dans les deux semaines", "En dos semanas", "Within two weeks"),
    "none": ("Pa gen anyen pou fè", "Rien à faire", "Nada que hacer", "Nothing to do"),
}
WISHED = "count-selected(${services}) > 0"

FORM = OwnForm(
    form="private_talk",
    wall="protection",
    titles=("Pale an prive", "Entretien privé", "Conversación privada", "Private talk"),
    survey=(
        Ask(
            "note",
            "introduction",
            (
                "Ou reponn sa ou vle. Sa ou di a pa chanje èd ou jwenn.",
                "Vous répondez à ce que vous voulez. Cela ne change rien à l'aide que vous recevez.",
                "Responda lo que quiera. Nada de esto cambia la ayuda que recibe.",
                "Answer what you like. Nothing here changes the help you get.",
            ),
            (
                "Pa mande sa ki rive. Si moun nan rakonte, koute, epi pa ekri istwa a.",
                "Ne demandez pas ce qui s'est passé. Si la personne raconte, écoutez, et n'écrivez pas le récit.",
                "No pregunte qué pasó. Si la persona cuenta, escuche y no escriba la historia.",
                "Do not ask what happened. If they tell it, listen, and write no story.",
            ),
            is_heard=True,
        ),
        Ask(
            "select_one sleeps",
            "sleeps_tonight",
            (
                "Ki kote w ap dòmi aswè a?",
                "Où dormez-vous ce soir ?",
                "¿Dónde duerme esta noche?",
                "Where do you sleep tonight?",
            ),
            required=True,
            is_heard=True,
        ),
        Ask(
            "select_one yes_no",
            "health_today",
            (
                "Èske ou bezwen yon doktè oswa yon medikaman jodi a?",
                "Avez-vous besoin d'un médecin ou d'un médicament aujourd'hui ?",
                "¿Necesita hoy un médico o un medicamento?",
                "Do you need a doctor or a medicine today?",
            ),
            is_heard=True,
        ),
        Ask(
            "select_one yes_no",
            "afraid",
            (
                "Èske ou pè rete nan peyi a, oswa ale kote ou prale a?",
                "Avez-vous peur de rester dans le pays, ou d'aller là où vous allez ?",
                "¿Tiene miedo de quedarse en el país o de ir adonde va?",
                "Are you afraid to stay in the country, or to go where you are going?",
            ),
            is_heard=True,
        ),
        Ask(
            "select_multiple services",
            "services",
            (
                "Ak ki moun ou ta renmen pale?",
                "Avec qui aimeriez-vous parler ?",
                "¿Con quién le gustaría hablar?",
                "Whom would you like to speak with?",
            ),
            is_heard=True,
        ),
        Ask(
            "text",
            "safe_number",
            (
                "Sou ki nimewo li san danje pou rele ou?",
                "À quel numéro peut-on vous appeler sans danger ?",
                "¿A qué número se le puede llamar sin peligro?",
                "On which number is it safe to call you?",
            ),
            (
                "Kite l vid si pa genyen.",
                "Laissez vide s'il n'y en a pas.",
                "Déjelo vacío si no hay ninguno.",
                "Leave it empty if there is none.",
            ),
            relevant=WISHED,
            constraint="regex(., '^[+]?[0-9 ]{8,18}$')",
            message=(
                "Yon nimewo gen omwen 8 chif.",
                "Un numéro a au moins 8 chiffres.",
                "Un número tiene al menos 8 cifras.",
                "A number has at least 8 digits.",
            ),
            is_heard=True,
        ),
        Ask(
            "integer",
            "children",
            (
                "Konbyen timoun w ap okipe?",
                "De combien d'enfants vous occupez-vous ?",
                "¿De cuántos niños se ocupa?",
                "How many children do you look after?",
            ),
            constraint=". >= 0 and . <= 20",
            message=("Ant 0 ak 20.", "De 0 à 20.", "Entre 0 y 20.", "Between 0 and 20."),
            is_heard=True,
        ),
        Ask(
            "select_one when",
            "when",
            (
                "Pou travayè a: kilè sa dwe fèt?",
                "Pour l'agent : quand cela doit-il être fait ?",
                "Para quien pregunta: ¿para cuándo?",
                "For the worker: by when must this be done?",
            ),
            required=True,
        ),
    ),
    choices={"yes_no": YES_NO | NO_ANSWER, "sleeps": SLEEPS, "services": SERVICES, "when": WHEN},
)
