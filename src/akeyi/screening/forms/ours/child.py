"""A child: who they are, who looks after them, how family can be reached; fields are named as in CPIMS+ (Primero)."""

from .build import YES_NO, Ask, OwnForm, Words

SEX: dict[str, Words] = {
    "female": ("Fi", "Fille", "Niña", "Girl"),
    "male": ("Gason", "Garçon", "Niño", "Boy"),
}
STATUS: dict[str, Words] = {
    "no": ("Li ak paran l", "Avec ses parents", "Con sus padres", "With their parents"),
    "separated": (
        "San paran l, men ak yon lòt fanmi",
        "Sans ses parents, mais avec un autre proche",
        "Sin sus padres, pero con otro familiar",
        "Without their parents, but with another relative",
    ),
    "unaccompanied": (
        "Pou kont li, san okenn fanmi",
        "Seul, sans aucun proche",
        "Sin ningún familiar",
        "Alone, without any relative",
    ),
    "not_known": ("Nou poko konnen", "On ne sait pas encore", "Aún no se sabe", "Not known yet"),
}
RELATION: dict[str, Words] = {
    "mother": ("Manman", "Mère", "Madre", "Mother"),
    "father": ("Papa", "Père", "Padre", "Father"),
    "grandparent": ("Granmè oswa granpè", "Grand-parent", "Abuela o abuelo", "Grandparent"),
    "sibling": ("Frè oswa sè", "Frère ou sœur", "Hermana o hermano", "Brother or sister"),
    "aunt_uncle": ("Matant oswa tonton", "Tante ou oncle", "Tía o tío", "Aunt or uncle"),
    "other_family": ("Lòt fanmi", "Autre proche", "Otro familiar", "Other relative"),
    "other_nonfamily": ("Pa fanmi", "Pas de la famille", "No es familiar", "Not a relative"),
}

FORM = OwnForm(
    form="child",
    wall="child",
    titles=("Timoun", "Enfant", "Niño o niña", "Child"),
    survey=(
        Ask(
            "note",
            "introduction",
            (
                "Timoun nan ka di non pou chak kesyon.",
                "L'enfant peut refuser chaque question.",
                "El niño o la niña puede negarse a cada pregunta.",
                "The child may say no to every question.",
            ),
            (
                "Pale dousman, bò kote l. Pa mande sa ki rive.",
                "Parlez doucement, à sa hauteur. Ne demandez pas ce qui s'est passé.",
                "Hable con calma y a su altura. No pregunte qué pasó.",
                "Speak calmly, at their height. Do not ask what happened.",
            ),
        ),
        Ask("begin_group", "identity", ("Kiyès li ye", "Qui est l'enfant", "Quién es", "Who the child is")),
        Ask("text", "name_first", ("Non", "Prénom", "Nombre", "First name")),
        Ask("text", "name_middle", ("Lòt non", "Deuxième prénom", "Segundo nombre", "Middle name")),
        Ask("text", "name_last", ("Siyati", "Nom de famille", "Apellido", "Family name")),
        Ask("text", "name_nickname", ("Ti non jwèt", "Surnom", "Apodo", "Nickname")),
        Ask(
            "select_one yes_no",
            "name_given_post_separation",
            (
                "Èske yo ba li non sa a apre separasyon an?",
                "Ce nom lui a-t-il été donné après la séparation ?",
                "¿Le dieron este nombre después de la separación?",
                "Was this name given after the separation?",
            ),
        ),
        Ask("select_one sex", "sex", ("Fi oswa gason?", "Fille ou garçon ?", "¿Niña o niño?", "Girl or boy?")),
        Ask(
            "integer",
            "age",
            ("Laj", "Âge", "Edad", "Age"),
            constraint=". >= 0 and . < 18",
            message=(
                "Yon timoun gen mwens pase 18 an.",
                "Un enfant a moins de 18 ans.",
                "Un niño tiene menos de 18 años.",
                "A child is under 18.",
            ),
        ),
        Ask(
            "select_one yes_no",
            "estimated",
            ("Èske laj la apeprè?", "Cet âge est-il estimé ?", "¿Es una edad estimada?", "Is this age estimated?"),
            relevant="${age} != ''",
        ),
        Ask("text", "nationality", ("Nasyonalite", "Nationalité", "Nacionalidad", "Nationality")),
        Ask("end_group", ""),
        Ask(
            "begin_group",
            "care_arrangements_section",
            ("Moun k ap okipe l", "Qui s'en occupe", "Quién le cuida", "Who looks after them"),
        ),
        Ask(
            "select_one status",
            "unaccompanied_separated_status",
            (
                "Ak kiyès timoun nan ye?",
                "Avec qui est l'enfant ?",
                "¿Con quién está?",
                "Whom is the child with?",
            ),
            required=True,
        ),
        Ask(
            "text",
            "name_caregiver",
            (
                "Non moun k ap okipe l",
                "Nom de la personne en charge",
                "Nombre de quien le cuida",
                "Name of the caregiver",
            ),
            relevant="${unaccompanied_separated_status} != 'unaccompanied'",
        ),
        Ask(
            "select_one relation",
            "relationship_caregiver",
            (
                "Kisa moun sa a ye pou timoun nan?",
                "Qui est cette personne pour l'enfant ?",
                "¿Qué es esta persona del niño o la niña?",
                "What is this person to the child?",
            ),
            relevant="${unaccompanied_separated_status} != 'unaccompanied'",
        ),
        Ask(
            "select_one yes_no",
            "caregiver_informed",
            (
                "Èske moun sa a konnen timoun nan la?",
                "Cette personne sait-elle que l'enfant est ici ?",
                "¿Sabe esta persona que está aquí?",
                "Does this person know that the child is here?",
            ),
            relevant="${unaccompanied_separated_status} != 'unaccompanied'",
        ),
        Ask("end_group", ""),
        Ask("begin_group", "family_details_section", ("Fanmi", "Famille", "Familia", "Family")),
        Ask(
            "text",
            "relation_name",
            (
                "Kiyès nan fanmi an nou ta ka rele?",
                "Qui de la famille pourrait-on appeler ?",
                "¿A quién de la familia se podría llamar?",
                "Who of the family could be called?",
            ),
        ),
        Ask(
            "select_one relation",
            "relation",
            ("Kisa li ye pou ou?", "Qui est-ce pour toi ?", "¿Qué es tuyo?", "Who is this to you?"),
            relevant="${relation_name} != ''",
        ),
        Ask(
            "text",
            "relation_telephone",
            ("Nimewo telefòn", "Numéro de téléphone", "Número de teléfono", "Phone number"),
            relevant="${relation_name} != ''",
            constraint="regex(., '^[+]?[0-9 ]{8,18}$')",
            message=(
                "Yon nimewo gen omwen 8 chif.",
                "Un numéro a au moins 8 chiffres.",
                "Un número tiene al menos 8 cifras.",
                "A number has at least 8 digits.",
            ),
        ),
        Ask(
            "text",
            "address_current",
            (
                "Ki kote fanmi an rete?",
                "Où habite la famille ?",
                "¿Dónde vive la familia?",
                "Where does the family live?",
            ),
        ),
        Ask(
            "select_one yes_no",
            "wishes_contact",
            (
                "Èske ou vle nou rele yo?",
                "Veux-tu qu'on les appelle ?",
                "¿Quieres que los llamemos?",
                "Do you want us to call them?",
            ),
            required=True,
        ),
        Ask("end_group", ""),
    ),
    choices={"yes_no": YES_NO, "sex": SEX, "status": STATUS, "relation": RELATION},
)
