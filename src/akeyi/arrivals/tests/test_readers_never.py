"""Columns about offences, legal status, remarks and health are never imported, whatever anybody chooses."""

import re

import pytest

from akeyi.arrivals.readers import NotAList
from akeyi.arrivals.readers.headers import header
from akeyi.arrivals.readers.never import without_remark
from akeyi.arrivals.readers.reading import read_here

SECRET = "a theft at 14"
LIST = f"Nom;Prénom;Sexe;Remarques\nExil;Nadia;F;{SECRET}\nNozil;Reynold;M;{SECRET}\n".encode()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Cause",
            "Causa",
            "Kòz",
            "Zak",
            "Faute(s)",
            "Verdict",
            "Prontuario",
            "Lwa",
            "NTA",
            "Kondisyon",
            "Pwoblèm",
            "Obsv.",
        ),
        *("N.B.", "Memo", "Info", "Détails", "Detalles", "Particularités", "Estado", "Final Order", "Autres", "Dosye"),
        *("Depòte pou", "Deportee for", "Expulsé pour", "Deportado por", "Deportation", "Déporté le", "Rapatriye pou"),
        *("Date deported", "Nom / Deportado por", "Retornado por", "Date d'expulsion", "Detained at", "Retounen pou"),
        "Remarques : " + "tout ce que l'autorité de départ a voulu dire de plus " * 4,
    ],
)
def test_a_header_about_offences_status_or_remarks_is_never_imported(text):
    assert header(text).never


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Nom du déporté", "name"),
        ("Nombre del deportado", "name"),
        ("Apellidos de los deportados", "family_name"),
        ("Deportee No.", "number"),
        ("Date of birth of deportee", "birth_date"),
        ("Estado civil", None),
        ("État civil", None),
        ("Dossier familial", "family_group"),
        ("Autres prénoms", "given_names"),
        ("Order", "number"),
    ],
)
def test_a_name_or_a_number_in_the_sender_s_words_is_still_one(text, meaning):
    assert not header(text).never and header(text).meaning == meaning


@pytest.mark.parametrize("row", ["", "0", "1", "2", "3", "9"])
@pytest.mark.parametrize("meaning", ["document_number", "family_name", "family_group"])
def test_no_choice_of_a_person_brings_remarks_in_or_shows_them(row, meaning):
    chosen = {"0:3": meaning, "0:0": "family_name"} | ({"0:header_row": row} if row else {})
    try:
        reading = read_here(LIST, "a.csv", chosen)
    except NotAList as refused:
        assert SECRET not in str(refused.columns)
        return
    assert SECRET not in str(reading.as_dict())
    assert [column["never"] for column in reading.columns if column["index"] == 3] == [True]
    assert "Remarques" in reading.ignored_columns


LAYOUTS = {
    "titles above": "Passagers du vol;;;\nGX 3301;;;\nNom;Prénom;Sexe;Remarques\nExil;Nadia;F;S\nNozil;Luc;M;S\n",
    "two rows": "Identité;;Autres renseignements;\nNom;Prénom;Sexe;Motif\nExil;Nadia;F;S\nNozil;Luc;M;S\n",
    "said in the second row": "Nom;Prénom;Situation;\n;;Sexe;Judiciaire\nExil;Nadia;F;S\nNozil;Luc;M;S\n",
    "side by side": "Nom;Prénom;Délit;;Nom;Prénom;Délit\nExil;Nadia;S;;Nozil;Luc;S\nExil;Ana;S;;Nozil;Eva;S\n",
    "printed again": "Nom;Prénom;Sexe;Cause\nExil;Nadia;F;S\nNom;Prénom;Sexe;Cause\nNozil;Luc;M;S\n",
    "a later table": "Nom;Prénom;Sexe\nExil;Nadia;F\n\nENFANTS\nNom;Prénom;Cause;Âge\nExil;Ana;S;3\nNozil;Luc;S;4\n",
    "elsewhere in a later table": "Nom;Prénom;Cause;Sexe\nExil;Nadia;S;F\n\nNom;Prénom;Âge;Cause\nExil;Ana;3;S\n",
    "nobody named": "Cause;Sexe;Âge\nS;F;3\nS;M;4\nS;M;5\n",
    "numbers above": "1;2;3;4\nNom;Prénom;Sexe;Obs\nExil;Nadia;F;S\nNozil;Luc;M;S\n",
    "the first column": "Remarques;Nom;Prénom\nS;Exil;Nadia\nS;Nozil;Luc\n",
    "the sender's word alone": "Déporté;Nom;Prénom\nS;Exil;Nadia\nS;Nozil;Luc\n",
    "nothing else": "Remarques;Motif\nS;S\nS;S\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_in_no_layout_does_any_choice_bring_remarks_in_or_show_them(layout):
    text = re.sub(r"\bS\b", SECRET, LAYOUTS[layout])
    for row in [None, *range(text.count("\n") + 1)]:
        for column in range(7):
            for meaning in (None, "document_number", "full_name"):
                chosen = {f"0:{column}": meaning} if meaning else {}
                chosen |= {"0:header_row": str(row)} if row is not None else {}
                try:
                    said = str(read_here(text.encode(), "a.csv", chosen).as_dict())
                except NotAList as refused:
                    said = str(refused.columns)
                assert SECRET not in said, chosen


def test_a_table_that_names_nobody_hides_its_remarks_too():
    for text in ("Sexe;Âge;Identité;Motif", "Depòte pou;Laj"):
        rows = "\n".join(SECRET + ";" + SECRET + ";30;x" for _ in range(3))
        with pytest.raises(NotAList) as refused:
            read_here(f"{text}\n{rows}\n".encode(), "a.csv")
        never = [column for column in refused.value.columns if column["never"]]
        assert never and not any(column["samples"] for column in never)


def test_remarks_of_a_later_table_do_not_touch_the_first():
    data = (
        "Nom;Prénom;Né le\nExil;Nadia;13/02/1990\nNozil;Reynold;14/03/1991\n;;\n"
        "Nom;Sexe;Remarques\nPaul Ana;F;x\nPaul Luc;M;y\n"
    ).encode()
    reading = read_here(data, "a.csv", {"0:header_row": "1"})
    assert [line["birth_date"] for line in reading.lines[:2]] == ["1990-02-13", "1991-03-14"]
    assert reading.ignored_columns == ["Remarques"]


def test_people_called_like_a_remark_keep_their_names_without_a_header():
    reading = read_here(b"JOSEPH,Courtney,F,1990-04-21\nCADET,Raison,M,1979-10-30\n", "a.csv")
    assert [line["given_names"] for line in reading.lines] == ["Courtney", "Raison"]


def test_a_list_without_a_header_that_begins_with_such_a_name_can_still_be_read():
    reading = read_here(b"Courtney Dupont\nLuc Exil\n", "a.csv", {"0:0": "full_name"})
    assert [line["family_name"] for line in reading.lines] == ["Dupont", "Exil"]


def test_one_who_answers_yes_below_the_sender_s_word_gets_no_name_of_it():
    with pytest.raises(NotAList):
        read_here("Déporté;Sexe\noui;F\nnon;M\noui;F\n".encode(), "a.csv")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("PIERRE – expulsé pour vol", "PIERRE"),
        ("Jean / criminel", "Jean"),
        ("HT55 deporte", "HT55"),
        ("F1 - gang", "F1"),
        ("Courtney", "Courtney"),
        ("Arestil Gangbo", "Arestil Gangbo"),
    ],
)
def test_a_remark_beside_a_name_stays_out(text, left):
    assert without_remark(text) == left


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("PP123 (faux)", "PP123"),
        ("HT55 deporte", "HT55"),
        ("HT55 deporte 2019", "HT55"),
        ("AB1/volé", "AB1"),
        ("PP1 - expiré", "PP1"),
        ("permis 4477", "4477"),
        ("HT 0012347", "HT 0012347"),
        ("12 345 678 K", "12 345 678 K"),
        ("22.333.444-K", "22.333.444-K"),
        ("001-0234567-8", "001-0234567-8"),
        ("AB-123-CD", "AB-123-CD"),
    ],
)
def test_only_the_number_of_a_document_is_taken(written, read):
    line = read_here(f"Nom;Prénom;Passeport\nExil;Nadia;{written}\n".encode(), "a.csv").lines[0]
    assert line["document_number"] == read
