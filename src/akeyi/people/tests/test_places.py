"""The places where people go: those that come with Akeyi, what a site says of them, and those of another country."""

import pytest
from django.core.management import CommandError, call_command

from akeyi.journal.models import Envelope
from akeyi.people import queries
from akeyi.people.departments import place_name, to_choose
from akeyi.people.loading_places import load
from akeyi.people.places import NotPlaces, Place, built_in, id_of, read
from akeyi.testing.cast import Tablet, a_site, a_worker

HEAD = "adm2_pcode,adm2_name,adm1_pcode,adm1_name"


def test_the_list_that_comes_with_akeyi_has_ten_departments_and_140_communes():
    found = built_in()
    assert len([one for one in found.values() if one.within is None]) == 10
    assert len([one for one in found.values() if one.within]) == 140
    assert found["HT0311"].name == "Cap-Haïtien" and "Okap" in found["HT0311"].also
    assert all(one.within is None or found[one.within].within is None for one in found.values())


def test_a_file_of_another_country_is_read_with_its_landmarks_and_a_mark_at_its_beginning():
    [department, commune] = read(f"\ufeff{HEAD},also\nDO0101,Santo Domingo,DO01,Ozama,Los Mina| Las Américas |\n")
    assert department == Place("DO01", "Ozama")
    assert commune == Place("DO0101", "Santo Domingo", "DO01", ("Los Mina", "Las Américas"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name,code\nA,B\n", "the first line must name"),
        (f"{HEAD}\n", "no place stands"),
        (f"{HEAD}\nDO0101,,DO01,Ozama\n", "line 2"),
        (f"{HEAD}\nDO0101,A,DO01,Ozama\nDO0101,B,DO01,Ozama\n", "line 3: the code DO0101 stands there twice"),
    ],
)
def test_what_is_no_list_says_which_line_and_why(text, why):
    with pytest.raises(NotPlaces, match=why):
        read(text)


@pytest.mark.django_db
def test_a_loaded_list_takes_the_place_of_the_other_and_loading_it_again_says_nothing():
    site, listed = a_site(), read(f"{HEAD}\nDO0101,Santo Domingo,DO01,Ozama\n")
    assert load(site, listed) == 2 + len(built_in())
    assert list(queries.places(site)) == ["DO01", "DO0101"]
    assert load(site, listed) == 0
    assert len(queries.places(a_site("CAP", "Cap-Haïtien"))) == len(built_in())


@pytest.mark.django_db
def test_border_towns_can_be_added_to_the_list_that_stands():
    site = a_site()
    load(site, read(f"{HEAD}\nDO0501,Dajabón,DO05,Dajabón province\n"), keeps_others=True)
    assert len(queries.places(site)) == len(built_in()) + 2
    assert queries.name_of_place("DO0501") == "Dajabón"
    assert queries.name_of_place("ZZ1") == "ZZ1"


@pytest.mark.django_db
def test_a_landmark_said_here_is_added_to_a_place_that_comes_with_akeyi():
    site = a_site()
    tablet = Tablet(site, a_worker(site, roles=("manager",)))
    from akeyi.people.facts.place import PlaceRevised

    tablet.tell(PlaceRevised(code="HT0118", also=["Airport road"]), id_of(site, "HT0118"))
    assert queries.places(site)["HT0118"] == Place("HT0118", "Tabarre", "HT01", ("Airport road",))


@pytest.mark.django_db
def test_the_command_says_what_it_did_or_which_line_is_wrong(tmp_path, capsys):
    a_site()
    file = tmp_path / "places.csv"
    file.write_text(f"{HEAD}\nDO0101,Santo Domingo,DO01,Ozama\n")
    call_command("places", "load", str(file), "--keep")
    assert capsys.readouterr().out.startswith("PAP: 2 places, 2 of them new")
    told = Envelope.objects.count()
    file.write_text("nothing")
    with pytest.raises(CommandError, match="the first line must name"):
        call_command("places", "load", str(file))
    with pytest.raises(CommandError):
        call_command("places", "load", str(tmp_path / "absent.csv"))
    file.write_text(f"{HEAD}\nDO0101,Santo Domingo,DO01,Ozama\n")
    with pytest.raises(CommandError, match="no such site"):
        call_command("places", "load", str(file), "--site", "XXX")
    assert Envelope.objects.count() == told


def test_a_form_offers_each_department_with_its_communes_below():
    offered = dict(to_choose(built_in()))
    assert offered["Nord"][0] == ("HT03", "Nord")
    assert ("HT0311", "Cap-Haïtien") in offered["Nord"]
    assert place_name("HT0311") == "Cap-Haïtien" and place_name(None) == ""
