"""What stands above a list, or in a message, says which arrival it is; a file's name only as a last resort."""

from datetime import date

import pytest

from akeyi.arrivals.readers.reading import read_here
from akeyi.arrivals.readers.titles import about, from_name

TODAY = date(2021, 9, 20)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vol GXA 3301 - 19/09/2021", {"label": "GXA 3301", "how": "flight", "day": "2021-09-19"}),
        ("Lis pasaje vòl GXA 9901 – 3 mas 2021", {"label": "GXA 9901", "how": "flight", "day": "2021-03-03"}),
        (
            "LIST GXA3303  2021-09-19 13:10",
            {"label": "GXA 3303", "how": "flight", "day": "2021-09-19", "time": "13:10"},
        ),
        ("Flight no. AA 1234 from Del Rio to PAP", {"label": "AA 1234", "how": "flight", "origin": "Del Rio"}),
        ("Camion Belladère 08h30", {"how": "truck", "time": "08:30"}),
        ("De: Del Rio", {"origin": "Del Rio"}),
        ("VOL DU 19/09/2021", {"how": "flight", "day": "2021-09-19"}),
        ("LISTE DU 19 SEP 2021", {"day": "2021-09-19"}),
        ("A: Port-au-Prince", {}),
        ("de déportés", {}),
        ("Née le 12/03/1985", {}),
    ],
)
def test_a_title_tells_of_the_arrival(text, said):
    assert about([text], TODAY) == said


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("gxa3301_manifest.csv", "GXA 3301"),
        ("Truck from Belladère.xlsx", "Truck from Belladère"),
        ("../../etc/list.csv", "list"),
        ("deportados 19-09.xlsx", None),
    ],
)
def test_a_file_s_name_gives_a_name_unless_it_says_what_nobody_should_read(name, label):
    assert from_name(name, TODAY).get("label") == label


def test_a_message_says_where_from_and_when():
    data = (
        b"UNH+1+PAXLST:D:02B:UN:IATA'BGM+745'TDT+20+GXA3305'LOC+125+DRT'DTM+189:2109190900:201'LOC+87+PAP'"
        b"DTM+232:2109191310:201'NAD+FL+++EXIL:MARIE'ATT+2++F'FTX+AAA+++remark'CNT+42:1'UNT+11+1'"
    )
    reading = read_here(data, "x")
    assert reading.about == {
        "label": "GXA 3305",
        "how": "flight",
        "origin": "DRT",
        "day": "2021-09-19",
        "time": "13:10",
    }
    assert {one["segment"]: (one["meanings"], one["times"]) for one in reading.segments} == {
        "TDT+20": (["label"], 1),
        "LOC+125": (["origin"], 1),
        "DTM+232": (["eta"], 1),
        "NAD+FL": (["family_name", "given_names"], 1),
        "ATT+2": (["sex"], 1),
        "FTX": (["never"], 1),
        "CNT+42": (["stated"], 1),
    }
