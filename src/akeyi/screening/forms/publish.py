"""Publishing: a version of a form becomes a fact, behind the wall of its answers."""

from akeyi.journal.tell import Saying, tell
from akeyi.screening.facts.form import FormOfChild, FormOfHealth, FormOfProtection, FormOfTheHall, FormPublished

from .. import queries
from .convert import Ready, convert_here
from .ours import FORMS
from .ours.build import OwnForm
from .problems import NotAForm, Problem

KINDS: dict[str, type[FormPublished]] = {
    "reception": FormOfTheHall,
    "health": FormOfHealth,
    "child": FormOfChild,
    "protection": FormOfProtection,
}


def publish(site: str, wall: str, ready: Ready, worker: str | None = None) -> int:
    """Publishes the next version; gives its number. A form stays behind the wall it began behind."""
    known = queries.versions(site, ready.form)
    if any(one.wall != wall for one in known):
        raise NotAForm(Problem("other_wall", parameters={"form": ready.form}))
    number = max((one.number for one in known), default=0) + 1
    said = KINDS[wall](
        form=ready.form, number=number, titles=ready.titles, xform=ready.xform, page=ready.page, is_asked=True
    )
    tell(Saying(said, site=site, worker=worker))
    return number


def ask(site: str, version: queries.Version, is_asked: bool, worker: str | None = None) -> None:
    """A version is asked again, or no longer; what was answered stays."""
    said = KINDS[version.wall](
        form=version.form,
        number=version.number,
        titles=version.titles,
        xform=version.xform,
        page=version.page,
        is_asked=is_asked,
    )
    tell(Saying(said, site=site, worker=worker))


def ready_of(own: OwnForm) -> Ready:
    """A form of ours, made ready as an uploaded one would be."""
    return convert_here(own.workbook())


def publish_ours(site: str, worker: str | None = None) -> list[str]:
    """Publishes those of ours that this site never had; gives their names."""
    new = [own for own in FORMS if not queries.versions(site, own.form)]
    for own in new:
        publish(site, own.wall, ready_of(own), worker)
    return [own.form for own in new]
