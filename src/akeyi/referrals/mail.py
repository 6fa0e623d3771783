"""Letters to a service: something waits for it, or has waited too long. They name nobody, and no kind of help."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation

SUBJECT = {
    "ht": "Gen yon bagay k ap tann ou",
    "fr": "Quelque chose vous attend",
    "es": "Algo le espera",
    "en": "Something waits for you",
}
TEXT = {
    "ht": "Louvri adrès sa a nan 72 èdtan. N ap ba ou kòd la apa, nan telefòn.",
    "fr": "Ouvrez cette adresse dans les 72 heures. Le code vous est donné à part, par téléphone.",
    "es": "Abra esta dirección en 72 horas. El código se le da aparte, por teléfono.",
    "en": "Open this address within 72 hours. You are given the code apart, by telephone.",
}

REMINDER = {
    "ht": "Yon bagay nou te voye ba ou ap tann depi twòp tan. Louvri adrès nou te ba ou a, oswa rele nou.",
    "fr": "Ce qui vous a été envoyé attend depuis trop longtemps. Ouvrez l'adresse reçue, ou appelez-nous.",
    "es": "Algo que se le envió espera desde hace demasiado. Abra la dirección que recibió, o llámenos.",
    "en": "Something that was sent to you has waited too long. Open the address that you were given, or call us.",
}


def is_possible() -> bool:
    """Whether this server was told by which way letters go out."""
    return bool(settings.MAIL_FROM)


def send(to: str, address: str) -> bool:
    """Sends the letter with a link, in all four languages; False where it could not be handed over."""
    return _send(to, [*TEXT.values(), address])


def remind(to: str) -> bool:
    """Sends the reminder, which holds no link: an old one cannot be read again, and a new one would end it."""
    return _send(to, [*REMINDER.values()])


def _send(to: str, text: list[str]) -> bool:
    try:
        with translation.override(None):
            return send_mail(" · ".join(SUBJECT.values()), "\n\n".join(text), settings.MAIL_FROM, [to]) == 1
    except (OSError, SMTPException):
        return False
