"""Which version of each text is read out to people now, and since when: noted as facts, words and all."""

from dataclasses import dataclass

from akeyi.access import queries as access
from akeyi.journal.tell import Saying, tell

from . import queries
from .facts.notice import MOST_LETTERS, NoticeInForce
from .read_out import LANGUAGES, MESSAGES, version_of
from .recordings import recording, recordings
from .rules import notice_version


@dataclass(frozen=True)
class Notice:
    """One message in one language, as tablets read it out now."""

    message: str
    language: str
    version: str
    words: str
    is_recorded: bool


def in_force() -> list[Notice]:
    """Every message in every language, as a team's own files make it now."""
    files = recordings()
    found = []
    for message, by_language in MESSAGES.items():
        for language in LANGUAGES:
            own = recording(f"{message}.{language}.txt")
            words = own.read_text("utf-8", errors="replace").strip() if own else by_language[language]
            version = notice_version(version_of(by_language[language]), files, message, language)
            is_recorded = f"{message}.{language}.mp3" in files
            found.append(Notice(message, language, version, words[:MOST_LETTERS], is_recorded))
    return found


def keep(site: str) -> int:
    """Tells each text that has other words, or another recording, than was told last; gives how many."""
    last = {(one.message, one.language): one.version for one in queries.notices(site)}
    new = [one for one in in_force() if last.get((one.message, one.language)) != one.version]
    tell(*(Saying(NoticeInForce(**vars(one)), site=site) for one in new))
    return len(new)


def keep_everywhere() -> int:
    """The same for every site of this server."""
    return sum(keep(one["id"]) for one in access.sites())
