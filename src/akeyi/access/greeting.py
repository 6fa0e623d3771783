"""What `akeyi serve` says to whoever started it: who to sign in as, in a demo."""

from django.conf import settings

# Written by whatever invents people to sign in as; a hub with real workers has none.
NAME = "greeting.txt"


def lines() -> list[str]:
    kept = settings.VAR / NAME
    return kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
