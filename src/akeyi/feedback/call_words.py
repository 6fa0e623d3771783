"""What a caller says, in the person's language: before the word nothing of us and nobody's name."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str]

STEPS = {"day_7": _("After 7 days"), "day_30": _("After 30 days"), "day_90": _("After 90 days")}
WHOSE = {"own": _("Their own phone"), "family": _("A relative's phone"), "other": _("Somebody else's phone")}
HOURS = {
    "morning": _("Morning, 8 to 12"),
    "afternoon": _("Afternoon, 12 to 17"),
    "evening": _("Evening, 17 to 21"),
    "night": _("Night, 21 to 8"),
}
OUTCOMES = {
    "reached": _("Reached"),
    "nobody": _("Nobody answered"),
    "wrong_word": _("The word was not said"),
    "not_theirs": _("Not their phone"),
    "never_again": _("Do not call again"),
}
SITUATIONS = {
    "here": _("Here, in the country"),
    "moved": _("Moved to another place in the country"),
    "left_again": _("Left the country again"),
}
RECEIVED = {"yes": _("Received what was promised"), "no": _("Did not receive it"), "nothing_due": _("Nothing was due")}

FIRST: Words = {
    "ht": "Bonjou. M ap rele jan nou te pale a. Èske se yon bon moman? Ki mo ou te chwazi a?",
    "fr": "Bonjour. J'appelle comme convenu. Est-ce un bon moment ? Quel mot aviez-vous choisi ?",
    "es": "Buenos días. Llamo como habíamos quedado. ¿Es un buen momento? ¿Qué palabra eligió?",
    "en": "Good day. I am calling as we agreed. Is this a good moment? Which word did you choose?",
}
GOODBYE: Words = {
    "ht": "Eskize m, mwen fè yon move nimewo. Bon jounen.",
    "fr": "Excusez-moi, je me suis trompé de numéro. Bonne journée.",
    "es": "Disculpe, me he equivocado de número. Buen día.",
    "en": "Excuse me, this is a wrong number. Good day.",
}
THEN: Words = {
    "ht": "Mèsi. Kijan ou ye? Ki kote ou ye kounye a? Èske ou te jwenn sa yo te pwomèt ou? Èske ou bezwen èd?",
    "fr": "Merci. Comment allez-vous ? Où êtes-vous maintenant ? Avez-vous reçu ce qui était promis ? Avez-vous besoin "
    "d'aide ?",
    "es": "Gracias. ¿Cómo está? ¿Dónde está ahora? ¿Recibió lo prometido? ¿Necesita ayuda?",
    "en": "Thank you. How are you? Where are you now? Did you receive what was promised? Do you need help?",
}
