"""A letter to a service that something waits for it: it names nobody, and no kind of help."""

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


def is_possible() -> bool:
    """Whether this server was told by which way letters go out."""
    return bool(settings.MAIL_FROM)


def send(to: str, address: str) -> bool:
    """Sends the letter, in all four languages; False where it could not be handed over."""
    text = "\n\n".join([*TEXT.values(), address])
    subject = " · ".join(SUBJECT.values())
    try:
        with translation.override(None):
            return send_mail(subject, text, settings.MAIL_FROM, [to]) == 1
    except (OSError, SMTPException):
        return False
