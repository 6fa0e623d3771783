"""The five forms that come with Akeyi: whole in four languages, without a warning, and each what it has to be."""

import json
import re
from xml.etree import ElementTree

import pytest
from django.conf import settings

from akeyi.people.recordings import NAME
from akeyi.screening.forms.convert import convert_here
from akeyi.screening.forms.ours import FORMS
from akeyi.screening.forms.packing import MOST, unpack
from akeyi.screening.forms.reading import Question, questions_of
from akeyi.screening.rules import SIX

LANGUAGES = ("ht", "fr", "es", "en")
OURS = {own.form: own for own in FORMS}
each = pytest.mark.parametrize("own", FORMS, ids=lambda own: own.form)


def asked(name: str, language: str = "en") -> dict[str, Question]:
    """The questions of one of ours, notes and groups apart."""
    found = questions_of(unpack(convert_here(OURS[name].workbook()).xform), language)
    return {one.name: one for one in found if not one.is_group and one.name not in ("introduction", "is_counted")}


def test_there_are_five_each_behind_its_wall():
    assert {name: own.wall for name, own in OURS.items()} == {
        "private_talk": "protection",
        "child": "child",
        "health_check": "health",
        "washington_group": "protection",
        "feedback": "reception",
    }


@each
def test_it_converts_without_a_warning_and_fits_into_a_fact(own):
    ready = convert_here(own.workbook())
    assert (ready.warnings, ready.silent_in) == ([], [])
    assert len(ready.xform) + len(ready.page) <= MOST
    assert set(ready.titles) == set(LANGUAGES) and len(set(ready.titles.values())) > 2


@each
def test_every_question_choice_and_message_exists_in_four_languages(own):
    xform = unpack(convert_here(own.workbook()).xform)
    read = [questions_of(xform, language) for language in LANGUAGES]
    for question in zip(*read, strict=True):
        assert all(one.label for one in question)
        assert len({one.label for one in question}) >= 2, question[0].name
        assert all(all(one.choices) for one in question)
    # What is said nowhere else, constraints among it: the same ids in each language, and no gap.
    texts = {}
    for translation in ElementTree.fromstring(xform).iter("{http://www.w3.org/2002/xforms}translation"):
        texts[translation.get("lang")] = {text.get("id"): "".join(text.itertext()).strip() for text in translation}
    assert len(texts) == 4
    assert len({frozenset(ids) for ids in texts.values()}) == 1
    assert [(of, id) for of, said in texts.items() for id, words in said.items() if words in ("", "-")] == []


def test_the_private_talk_is_heard_in_four_languages():
    page = json.loads(unpack(convert_here(OURS["private_talk"].workbook()).page))["form"]
    heard = re.findall(r'src="audio/([^"]+)"', page)
    assert len(heard) == 7 * 4
    assert [name for name in heard if not (settings.PROJECT / "desk" / "public" / "audio" / name).is_file()] == []
    assert [name for name in heard if not NAME.fullmatch(name)] == []


@each
def test_it_asks_for_no_offence_status_or_story(own):
    words = re.compile(r"deport|expuls|ilegal|illeg|crim|offen|prison|visa|border|frontera|frontière|what happened")
    for language in LANGUAGES:
        for one in questions_of(unpack(convert_here(own.workbook()).xform), language):
            assert not words.search(one.label.casefold()), one.label


def test_the_private_talk_has_at_most_eight_questions_and_one_open_field():
    questions = asked("private_talk")
    assert len(questions) <= 8
    assert [name for name, one in questions.items() if not one.choices] == ["safe_number", "children"]


def test_the_child_s_fields_are_named_as_in_cpims():
    assert {
        "name_first", "name_middle", "name_last", "name_nickname", "name_given_post_separation", "sex", "age",
        "estimated", "nationality", "unaccompanied_separated_status", "name_caregiver", "relationship_caregiver",
        "relation_name", "relation", "relation_telephone", "address_current",
    } <= set(asked("child"))  # fmt: skip


def test_the_health_check_says_who_is_fit_to_travel_and_whose_medicine_runs_out():
    xform = unpack(convert_here(OURS["health_check"].workbook()).xform)
    assert asked("health_check")["fit_to_travel"].choices == ["Yes", "Yes, with an escort", "No, not yet"]
    assert "medicine_gap" in xform and "&lt; 7" in xform


def test_the_six_domains_never_say_disability_and_count_from_a_lot_on():
    questions = asked("washington_group")
    assert len(questions) == 6
    said = " ".join(one.label for language in LANGUAGES for one in asked("washington_group", language).values())
    assert not re.search(r"disab|handicap|discapac|andikap", said.casefold())
    xform = unpack(convert_here(OURS["washington_group"].workbook()).xform)
    counted = re.search(r'nodeset="/data/counted"[^>]*calculate="([^"]+)"', xform)[1]
    assert counted.count("'a_lot'") == counted.count("'cannot'") == 6 and "'some'" not in counted
    assert tuple(questions) == SIX
