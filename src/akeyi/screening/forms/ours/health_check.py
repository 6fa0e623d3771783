"""A health check: fit to travel, and whether a medicine runs out; what was found stays with those who treat."""

from .build import YES_NO, Ask, OwnForm, Words

FIT: dict[str, Words] = {
    "yes": ("Wi", "Oui", "Sí", "Yes"),
    "with_escort": ("Wi, ak yon moun ki akonpaye l", "Oui, accompagné", "Sí, con acompañante", "Yes, with an escort"),
    "no": ("Non, poko", "Non, pas encore", "No, todavía no", "No, not yet"),
}
DONE: dict[str, Words] = {
    "nothing": ("Anyen pa nesesè", "Rien n'était nécessaire", "No hizo falta nada", "Nothing was needed"),
    "treated": ("Yo trete l isit la", "Soigné ici", "Atendido aquí", "Treated here"),
    "hospital": ("Voye lopital", "Envoyé à l'hôpital", "Enviado al hospital", "Sent to hospital"),
    "refused": ("Moun nan pa vle", "La personne ne le souhaite pas", "La persona no quiere", "They do not wish it"),
}

FORM = OwnForm(
    form="health_check",
    wall="health",
    titles=("Tchèk sante", "Contrôle de santé", "Chequeo de salud", "Health check"),
    survey=(
        Ask(
            "decimal",
            "temperature",
            ("Tanperati (°C)", "Température (°C)", "Temperatura (°C)", "Temperature (°C)"),
            constraint=". >= 33 and . <= 43",
            message=("Ant 33 ak 43.", "De 33 à 43.", "Entre 33 y 43.", "Between 33 and 43."),
        ),
        Ask(
            "select_one yes_no",
            "in_pain",
            (
                "Èske ou gen doulè kounye a?",
                "Avez-vous mal en ce moment ?",
                "¿Tiene dolor ahora?",
                "Are you in pain now?",
            ),
        ),
        Ask(
            "select_one yes_no",
            "pregnant",
            ("Èske ou ansent?", "Êtes-vous enceinte ?", "¿Está embarazada?", "Are you pregnant?"),
            (
                "Sèlman si sa ka konsène moun nan.",
                "Seulement si la question se pose.",
                "Solo si corresponde.",
                "Only where it may apply.",
            ),
        ),
        Ask(
            "integer",
            "pregnant_weeks",
            ("Depi konbyen semèn?", "Depuis combien de semaines ?", "¿De cuántas semanas?", "For how many weeks?"),
            relevant="${pregnant} = 'yes'",
            constraint=". >= 1 and . <= 42",
            message=("Ant 1 ak 42.", "De 1 à 42.", "Entre 1 y 42.", "Between 1 and 42."),
        ),
        Ask(
            "select_one yes_no",
            "takes_medicine",
            (
                "Èske ou pran yon medikaman chak jou?",
                "Prenez-vous un médicament tous les jours ?",
                "¿Toma algún medicamento cada día?",
                "Do you take a medicine every day?",
            ),
            required=True,
        ),
        Ask(
            "text",
            "medicine",
            ("Ki medikaman?", "Quel médicament ?", "¿Qué medicamento?", "Which medicine?"),
            relevant="${takes_medicine} = 'yes'",
        ),
        Ask(
            "integer",
            "medicine_days_left",
            (
                "Pou konbyen jou ou gen medikaman ankò?",
                "Pour combien de jours en avez-vous encore ?",
                "¿Para cuántos días le queda?",
                "For how many days do you still have it?",
            ),
            relevant="${takes_medicine} = 'yes'",
            constraint=". >= 0 and . <= 365",
            message=("Ant 0 ak 365.", "De 0 à 365.", "Entre 0 y 365.", "Between 0 and 365."),
            required=True,
        ),
        # Less than a week is not enough to find a doctor at home.
        Ask(
            "calculate",
            "medicine_gap",
            calculation="if(${takes_medicine} = 'yes' and ${medicine_days_left} < 7, 'yes', 'no')",
        ),
        Ask(
            "select_one done", "done", ("Kisa ki fèt?", "Qu'est-ce qui a été fait ?", "¿Qué se hizo?", "What was done?")
        ),
        Ask(
            "select_one fit",
            "fit_to_travel",
            (
                "Pou travayè a: èske moun nan ka vwayaje?",
                "Pour l'agent : la personne peut-elle voyager ?",
                "Para quien atiende: ¿puede viajar la persona?",
                "For the worker: is the person fit to travel?",
            ),
            required=True,
        ),
    ),
    choices={"yes_no": YES_NO, "done": DONE, "fit": FIT},
)
