"""Says what a list of places says otherwise than a site does now."""

from collections.abc import Iterable

from akeyi.journal.tell import Saying, tell

from .facts.place import PlaceRevised
from .places import Place, id_of
from .queries import places

# So many facts at once hold no tablet up.
AT_ONCE = 200


def load(site: str, listed: Iterable[Place], keeps_others: bool = False) -> int:
    """From now on a site's places are those of a list; says how many facts that took."""
    stands, new = places(site), {one.code: one for one in listed}
    said = [
        (code, PlaceRevised(code=code, name=one.name, within=one.within, also=list(one.also), is_active=True))
        for code, one in new.items()
        if stands.get(code) != one
    ]
    if not keeps_others:
        said += [(code, PlaceRevised(code=code, is_active=False)) for code in stands if code not in new]
    for start in range(0, len(said), AT_ONCE):
        tell(*(Saying(body, site=site, subject=id_of(site, code)) for code, body in said[start : start + AT_ONCE]))
    return len(said)
