"""Somebody with two roles opens what either of them opens, and not a wall or a page more."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akeyi.access import walls
from akeyi.access.streams import TABLET_WALLS, tablet_streams
from akeyi.access.viewer import Viewer
from akeyi.access.walls import ROLES
from akeyi.access.working_roles import Roles
from akeyi.journal.declare import WALLS
from akeyi.journal.registry import KINDS
from akeyi.testing.cast import a_site
from akeyi.testing.office import a_viewer

PAIRS = list(combinations(ROLES, 2))
SITE = "0190a5c0-0000-7000-8000-000000000001"


@pytest.mark.django_db
def test_a_tablet_is_sent_the_streams_of_both_and_no_other():
    site = a_site()
    of = {role: set(tablet_streams(site, ROLES[role].reads)) for role in ROLES}
    for one, other in PAIRS:
        opened = Roles([one, other], False).opened(TABLET_WALLS)
        assert set(tablet_streams(site, opened)) == of[one] | of[other], (one, other)


@given(st.sampled_from(PAIRS), st.sets(st.sampled_from(WALLS)))
def test_what_is_vouched_for_opens_alike_alone_and_together(pair, vouched):
    one, other = pair
    together = Roles([one, other], False).opened(vouched)
    assert together == Roles([one], False).opened(vouched) | Roles([other], False).opened(vouched)
    assert together <= walls.OPEN_TO_ALL | vouched


@given(st.sampled_from(PAIRS))
def test_the_office_opens_to_both_what_it_opens_to_each(pair):
    both, (one, other) = a_viewer("", SITE, *pair), (a_viewer("", SITE, role) for role in pair)
    assert both.walls == one.walls | other.walls
    assert both.duties == one.duties | other.duties
    for asked in ("is_manager", "sees_names", "sees_figures", "may_grant", "may_vouch"):
        assert getattr(both, asked) is (getattr(one, asked) or getattr(other, asked)), asked


@given(st.sampled_from(PAIRS), st.sampled_from(sorted(KINDS)), st.sampled_from(WALLS))
def test_both_say_what_either_says(pair, kind, wall):
    said = [walls.may_tell(KINDS[kind], wall, [role]) for role in pair]
    assert walls.may_tell(KINDS[kind], wall, pair) is any(said)


@given(st.sampled_from(PAIRS))
def test_both_work_where_either_works(pair):
    assert set(walls.places(pair)) == set(walls.places(pair[:1])) | set(walls.places(pair[1:]))
    assert walls.finds(pair) is (walls.finds(pair[:1]) or walls.finds(pair[1:]))


@given(st.lists(st.sampled_from([*ROLES, "unknown"]), max_size=6))
def test_whoever_works_for_a_state_authority_has_its_role_alone_whatever_they_were_given(roles):
    held = walls.in_force(roles, is_of_state=True)
    assert set(held) <= {"authority"}
    viewer = Viewer.of("", SITE, held, WALLS)
    assert not viewer.duties and not viewer.is_manager and not viewer.walls - {walls.ROUNDED}
    assert Roles(held, True).opened(WALLS) <= {walls.ROUNDED}
