"""What other rooms and pages may ask about people who left."""

from .models import Exit


def exits(site: str) -> list[tuple[str, int, str]]:
    """(reception, people, how) of everybody who left."""
    return list(Exit.objects.filter(site=site).order_by("clock", "id").values_list("subject", "people", "how"))


def exit_of(reception: str) -> Exit | None:
    """How somebody left; None while they are inside."""
    return Exit.objects.filter(subject=reception).order_by("-clock", "-id").first()


def exits_of(receptions: list[str]) -> list[Exit]:
    """How a person, or the people of a household's card, left, in the order it was told."""
    return list(Exit.objects.filter(subject__in=receptions).order_by("clock", "id"))
