"""How a form of ours is written down, and the workbook it becomes: the same file an officer would upload."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..checks import LANGUAGES
from ..sheets import workbook

# In the order ht, fr, es, en.
Words = tuple[str, str, str, str]

YES_NO: dict[str, Words] = {"yes": ("Wi", "Oui", "Sí", "Yes"), "no": ("Non", "Non", "No", "No")}
NO_ANSWER: dict[str, Words] = {
    "no_answer": ("Pa vle reponn", "Ne souhaite pas répondre", "Prefiere no responder", "Prefers not to answer")
}


@dataclass(frozen=True)
class Ask:
    """One row of the sheet `survey`."""

    type: str
    name: str
    label: Words | None = None
    hint: Words | None = None
    relevant: str = ""
    constraint: str = ""
    message: Words | None = None
    calculation: str = ""
    required: bool = False
    # Read aloud on a tap: a recording per language lies in desk/public/audio.
    is_heard: bool = False


@dataclass(frozen=True)
class OwnForm:
    """A form of ours; `wall`: behind which its answers stand."""

    form: str
    wall: str
    titles: Words
    survey: tuple[Ask, ...]
    choices: Mapping[str, Mapping[str, Words]]

    def workbook(self) -> bytes:
        """The form as an .xlsx."""
        return workbook({"survey": self._survey(), "choices": self._choices(), "settings": self._settings()})

    def _survey(self) -> list[list[str]]:
        head = ["type", "name", *_headers("label"), *_headers("hint"), "required", "relevant", "constraint"]
        head += [*_headers("constraint_message"), "calculation", *_headers("media::audio")]
        return [head] + [
            [one.type, one.name, *_said(one.label), *_said(one.hint), "yes" if one.required else "", one.relevant,
             one.constraint, *_said(one.message), one.calculation, *self._sounds(one)]
            for one in self.survey
        ]  # fmt: skip

    def _sounds(self, one: Ask) -> list[str]:
        return [f"{self.form}.{one.name}.{language}.mp3" if one.is_heard else "" for language in LANGUAGES]

    def _choices(self) -> list[list[str]]:
        rows = [[name, value, *words] for name, list in self.choices.items() for value, words in list.items()]
        return [["list_name", "name", *_headers("label")], *rows]

    def _settings(self) -> list[list[str]]:
        return [
            ["form_id", "form_title", *(f"title_{language}" for language in LANGUAGES), "default_language"],
            [self.form, self.titles[3], *self.titles, LANGUAGES["ht"]],
        ]


def _headers(what: str) -> list[str]:
    return [f"{what}::{language}" for language in LANGUAGES.values()]


def _said(words: Words | None) -> Words:
    return words or ("", "", "", "")
