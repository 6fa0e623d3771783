"""What Akeyi uses a person's data for: each purpose with its legal basis, and whether the person is asked first.

Help is among the purposes, so that the list is honest; it is never asked for. What is asked for stands behind the wall
of the matter: whoever may not know that somebody fears their country may not know that they agreed to see a lawyer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]

BASES: dict[str, Words] = {
    "vital_interest": {
        "ht": "Lavi ak sante moun nan",
        "fr": "Intérêt vital",
        "es": "Interés vital",
        "en": "Vital interest",
    },
    "public_interest": {
        "ht": "Gwo enterè piblik",
        "fr": "Intérêt public important",
        "es": "Interés público importante",
        "en": "Important public interest",
    },
    "legitimate_interest": {
        "ht": "Enterè lejitim",
        "fr": "Intérêt légitime",
        "es": "Interés legítimo",
        "en": "Legitimate interest",
    },
    "consent": {"ht": "Konsantman", "fr": "Consentement", "es": "Consentimiento", "en": "Consent"},
}

# Which kind of fact an answer becomes, by the wall that it stands behind.
KINDS = {
    "reception": "people.consent",
    "health": "people.consent_health",
    "child": "people.consent_child",
    "protection": "people.consent_protection",
}

# A question ends so.
FREE: Words = {
    "ht": "Ou ka di non: w ap jwenn menm èd la. Ou ka chanje lide lè ou vle.",
    "fr": "Vous pouvez dire non : l'aide reste la même. Vous pouvez changer d'avis à tout moment.",
    "es": "Puede decir que no: la ayuda es la misma. Puede cambiar de opinión en cualquier momento.",
    "en": "No is a good answer: you get the same help. You can change your mind at any time.",
}

FREE_TO_A_CHILD: Words = {
    "ht": "Ou ka di non: n ap okipe w menm jan. Ou ka chanje lide lè ou vle.",
    "fr": "Tu peux dire non : nous prenons soin de toi pareil. Tu peux changer d'avis à tout moment.",
    "es": "Puedes decir que no: te cuidamos igual. Puedes cambiar de opinión cuando quieras.",
    "en": "No is a good answer: we look after you just the same. You can change your mind at any time.",
}


@dataclass(frozen=True)
class Purpose:
    """One thing that data are used for. `question`: read out before it is done; None where nobody is asked."""

    key: str
    basis: str
    walls: tuple[str, ...]
    name: Words
    question: Words | None = None

    @property
    def wall(self) -> str:
        """The wall that an answer stands behind."""
        return self.walls[0]


def _asked(key: str, *walls: str, basis: str = "consent", name: Words, free: Words = FREE, **question: str) -> Purpose:
    return Purpose(key, basis, walls, name, {to: f"{words}\n{free[to]}" for to, words in question.items()})


PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        "meeting",
        "public_interest",
        ("reception",),
        {
            "ht": "Akeyi, konte ak anrejistre moun",
            "fr": "Accueillir, compter et enregistrer",
            "es": "Recibir, contar y registrar",
            "en": "Meeting, counting and registering people",
        },
    ),
    Purpose(
        "help",
        "public_interest",
        ("assistance", "cash"),
        {
            "ht": "Bay sa moun gen pou jwenn",
            "fr": "Donner ce qui est dû",
            "es": "Dar lo que corresponde",
            "en": "Giving what is due",
        },
    ),
    Purpose(
        "urgency",
        "vital_interest",
        ("triage",),
        {
            "ht": "Wè kiyès ki bezwen èd anvan",
            "fr": "Voir qui a besoin d'aide d'abord",
            "es": "Ver quién necesita ayuda primero",
            "en": "Seeing who needs help first",
        },
    ),
    Purpose(
        "care",
        "vital_interest",
        ("health",),
        {
            "ht": "Swen sante sou plas",
            "fr": "Soins sur place",
            "es": "Atención de salud",
            "en": "Health care on the spot",
        },
    ),
    Purpose(
        "custody",
        "vital_interest",
        ("child", "reception"),
        {
            "ht": "Kite timoun ak bon granmoun nan",
            "fr": "Garder l'enfant avec le bon adulte",
            "es": "Que el niño esté con el adulto correcto",
            "en": "Keeping a child with the right adult",
        },
    ),
    Purpose(
        "private_talk",
        "public_interest",
        ("protection",),
        {
            "ht": "Pale an prive, si moun nan vle",
            "fr": "Entretien privé, si la personne le veut",
            "es": "Hablar en privado, si la persona quiere",
            "en": "A private talk, at the person's wish",
        },
    ),
    Purpose(
        "danger",
        "vital_interest",
        ("safety", "reception"),
        {
            "ht": "Konnen kiyès ki anndan si gen danje",
            "fr": "Savoir qui est dedans en cas de danger",
            "es": "Saber quién está dentro si hay peligro",
            "en": "Knowing who is inside in a danger",
        },
    ),
    Purpose(
        "figures",
        "legitimate_interest",
        ("office",),
        {"ht": "Chif san non", "fr": "Chiffres sans nom", "es": "Cifras sin nombres", "en": "Figures without names"},
    ),
    Purpose(
        "oversight",
        "legitimate_interest",
        ("office",),
        {
            "ht": "Konnen kiyès ki ekri ak li kisa",
            "fr": "Savoir qui a écrit et lu quoi",
            "es": "Saber quién escribió y leyó qué",
            "en": "Knowing who wrote and read what",
        },
    ),
    # Told on a locked tablet, by nobody who is named.
    Purpose(
        "complaint",
        "public_interest",
        ("sealed",),
        {
            "ht": "Reponn moun ki pote plent",
            "fr": "Répondre à qui se plaint",
            "es": "Responder a quien se queja",
            "en": "Answering whoever complains",
        },
    ),
    # What may be done with a statement is asked as it is made, and the answer lies inside the seal.
    Purpose(
        "statement",
        "public_interest",
        ("sealed",),
        {
            "ht": "Temwayaj ki fèmen ak de kle",
            "fr": "Témoignages scellés par deux clés",
            "es": "Testimonios sellados con dos llaves",
            "en": "Statements sealed with two keys",
        },
    ),
    _asked(
        "family_contact",
        "reception",
        name={
            "ht": "Kontak ak fanmi",
            "fr": "Contact avec la famille",
            "es": "Contacto con la familia",
            "en": "Contact with family",
        },
        ht="Èske nou ka bay Lakwa Wouj non ou ak kijan pou yo jwenn ou, pou fanmi ou ka jwenn ou?\n"
        "Nou pa bay lòt moun li.",
        fr="Pouvons-nous donner à la Croix-Rouge votre nom et un moyen de vous joindre, pour que votre famille vous "
        "retrouve ?\nPersonne d'autre ne les reçoit.",
        es="¿Podemos dar a la Cruz Roja su nombre y cómo contactarle, para que su familia le encuentre?\n"
        "Nadie más los recibe.",
        en="May we give the Red Cross your name and a way to reach you, so that your family finds you?\n"
        "Nobody else gets them.",
    ),
    _asked(
        "follow_up_call",
        "reception",
        # The number, and the word they choose.
        "sealed",
        name={
            "ht": "Yon apèl pita",
            "fr": "Un appel plus tard",
            "es": "Una llamada más tarde",
            "en": "A call later",
        },
        ht="Èske nou ka rele w nan twa mwa k ap vini yo, pou konnen kijan ou ye?\n"
        "Si se yon lòt moun ki reponn, nou pa di anyen sou ou.",
        fr="Pouvons-nous vous appeler dans les trois prochains mois, pour savoir comment vous allez ?\n"
        "Si quelqu'un d'autre répond, nous ne disons rien de vous.",
        es="¿Podemos llamarle en los próximos tres meses, para saber cómo está?\n"
        "Si contesta otra persona, no decimos nada de usted.",
        en="May we call you in the next three months, to ask how you are?\n"
        "If somebody else answers, we say nothing about you.",
    ),
    _asked(
        "photo",
        "child",
        # A child alone has nobody who could agree for them; they are asked all the same, and a no stands.
        basis="vital_interest",
        free=FREE_TO_A_CHILD,
        name={
            "ht": "Foto yon timoun ki pa ka di non l",
            "fr": "Photo d'un enfant qui ne peut dire son nom",
            "es": "Foto de un niño que no puede decir su nombre",
            "en": "Photo of a child who cannot say their name",
        },
        ht="Èske nou ka fè yon foto ou, pou nou jwenn fanmi ou?\nSe moun k ap chèche fanmi ou sèlman k ap wè l.",
        fr="Pouvons-nous prendre une photo de toi, pour trouver ta famille ?\n"
        "Seuls ceux qui cherchent ta famille la voient.",
        es="¿Podemos hacerte una foto, para encontrar a tu familia?\nSolo la ven quienes buscan a tu familia.",
        en="May we take a photo of you, to find your family?\nOnly those who look for your family see it.",
    ),
    _asked(
        "child_referral",
        "child",
        free=FREE_TO_A_CHILD,
        name={
            "ht": "Kontak ak yon sèvis pou timoun",
            "fr": "Contact avec un service pour enfants",
            "es": "Contacto con un servicio para niños",
            "en": "Contact with a service for children",
        },
        ht="Èske nou ka di sèvis sa a sa nou chwazi ansanm, pou li ka ede w?\nLi pa jwenn anyen anplis.",
        fr="Pouvons-nous dire à ce service ce que nous choisissons ensemble, pour qu'il t'aide ?\n"
        "Il ne reçoit rien d'autre.",
        es="¿Podemos decir a este servicio lo que elijamos juntos, para que te ayude?\nNo recibe nada más.",
        en="May we tell this service what we choose together, so that it can help you?\nIt gets nothing else.",
    ),
    _asked(
        "medical_referral",
        "health",
        name={
            "ht": "Enfòmasyon sante pou lopital",
            "fr": "Informations de santé à un hôpital",
            "es": "Datos de salud a un hospital",
            "en": "What health workers found, to a hospital",
        },
        ht="Èske nou ka di lopital la oswa klinik la sa ajan sante nou yo jwenn?\nSe ou ki chwazi sa nou di.",
        fr="Pouvons-nous dire à l'hôpital ou à la clinique ce que nos soignants ont trouvé ?\n"
        "Vous choisissez ce que nous disons.",
        es="¿Podemos decir al hospital o a la clínica lo que encontró nuestro personal de salud?\n"
        "Usted elige qué decimos.",
        en="May we tell the hospital or clinic what our health workers found?\nYou choose what we tell.",
    ),
    _asked(
        "service_referral",
        "protection",
        name={
            "ht": "Kontak ak yon sèvis",
            "fr": "Contact avec un service",
            "es": "Contacto con un servicio",
            "en": "Contact with a service",
        },
        ht="Èske nou ka di sèvis sa a sa ou chwazi, pou li ka ede w?\nLi pa jwenn anyen anplis.",
        fr="Pouvons-nous dire à ce service ce que vous choisissez, pour qu'il vous aide ?\nIl ne reçoit rien d'autre.",
        es="¿Podemos decir a este servicio lo que usted elija, para que le ayude?\nNo recibe nada más.",
        en="May we tell this service what you choose, so that it can help you?\nIt gets nothing else.",
    ),
    _asked(
        "legal_help",
        "protection",
        name={
            "ht": "Kontak ak HCR oswa yon avoka",
            "fr": "Contact avec le HCR ou une aide juridique",
            "es": "Contacto con ACNUR o ayuda legal",
            "en": "Contact with UNHCR or legal aid",
        },
        ht="Èske ou vle nou mete w an kontak ak ajans ONU pou refijye oswa yon avoka?\n"
        "Yo konnen sèlman sa ou dakò nou di.",
        fr="Voulez-vous que nous vous mettions en contact avec l'agence de l'ONU pour les réfugiés ou un avocat ?\n"
        "Ils n'apprennent que ce que vous acceptez.",
        es="¿Quiere que le pongamos en contacto con la agencia de la ONU para los refugiados o un abogado?\n"
        "Solo sabrán lo que usted acepte.",
        en="Do you wish to be in touch with the UN refugee agency or a lawyer?\nThey learn only what you agree to.",
    ),
    _asked(
        "consulate",
        "protection",
        name={
            "ht": "Kontak ak yon konsila",
            "fr": "Contact avec un consulat",
            "es": "Contacto con un consulado",
            "en": "Contact with a consulate",
        },
        ht="Èske ou vle nou kontakte konsila peyi ou?\nSi ou pa mande l, nou p ap janm fè l.",
        fr="Voulez-vous que nous contactions le consulat de votre pays ?\n"
        "Sans votre demande, nous ne le faisons jamais.",
        es="¿Quiere que contactemos con el consulado de su país?\nSi usted no lo pide, nunca lo hacemos.",
        en="Do you wish that we contact the consulate of your country?\nUnless you ask, we never do.",
    ),
    _asked(
        "anonymous_use",
        "protection",
        name={
            "ht": "Sèvi ak sa moun nan di, san non l",
            "fr": "Usage de ce qui a été dit, sans nom",
            "es": "Uso de lo que contó, sin nombre",
            "en": "Use of what was told, without a name",
        },
        ht="Èske nou ka sèvi ak sa ou di nou, san non ou, pou montre sa k ap rive moun?\n"
        "Nou retire tout sa ki ta montre kiyès ou ye.",
        fr="Pouvons-nous utiliser vos paroles, sans votre nom, pour montrer ce qui arrive aux gens ?\n"
        "Nous enlevons tout ce qui montrerait qui vous êtes.",
        es="¿Podemos usar lo que nos contó, sin su nombre, para mostrar lo que le pasa a la gente?\n"
        "Quitamos todo lo que mostraría quién es usted.",
        en="May we use what you told us, without your name, to show what happens to people?\n"
        "We leave out whatever would show who you are.",
    ),
)

BY_KEY = {one.key: one for one in PURPOSES}
ASKED = tuple(one for one in PURPOSES if one.question)
