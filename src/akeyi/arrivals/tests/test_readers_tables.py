"""The same people come out of a list whatever its separator, encoding, headers and order of columns are."""

import csv
import io
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from akeyi.arrivals.readers.reading import read_here

FAMILY = ["Désir", "Célestin", "Saint-Fleur", "Núñez", "O'Brien", "Noël", "Jean-Baptiste", "Fils-Aimé", "De la Cruz"]
GIVEN = ["Rose-Laure", "Évens", "Naïka", "José", "Marie Ange", "Ti-Jean", "Agustín", "Françoise", "Wilner"]
HEADERS = {
    "family_name": ["Nom", "Last name", "Apellidos", "Siyati", "Surname", "NOM DE FAMILLE"],
    "given_names": ["Prénom", "First name", "Nombres", "Prenon", "Given names", "Prénom(s)"],
    "sex": ["Sexe", "Sex", "Sèks", "Gender", "SEXE (M/F)"],
    "birth_date": ["Date de naissance", "DOB", "Fecha de nacimiento", "Dat nesans", "Né(e) le"],
    "nationality": ["Nationalité", "Citizenship", "Nacionalidad", "Nasyonalite"],
    "document_number": ["Passeport", "Passport No.", "No. de pasaporte", "Nimewo paspò"],
}
SEXES = {"female": "F", "male": "M"}
NATIONS = {
    "HTI": ["Haïtienne", "HT", "Ayisyen", "haitiano"],
    "CHL": ["Chilienne", "CHL", "Chileno"],
    "BRA": ["Brésil", "BRA"],
}

people = st.lists(
    st.fixed_dictionaries(
        {
            "family_name": st.sampled_from(FAMILY),
            "given_names": st.sampled_from(GIVEN),
            "sex": st.sampled_from(sorted(SEXES)),
            "birth_date": st.dates(min_value=date(1940, 1, 1), max_value=date(2020, 12, 31)),
            "nationality": st.sampled_from(sorted(NATIONS)),
            "document_number": st.from_regex(r"[A-Z]{2}[0-9]{7}", fullmatch=True),
        }
    ),
    min_size=3,
    max_size=8,
    unique_by=lambda person: person["document_number"],
)


@settings(max_examples=120, deadline=None)
@given(
    people,
    st.permutations(sorted(HEADERS)),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be", "mac_roman"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.data(),
)
def test_a_table_in_any_dress_says_the_same(persons, order, separator, encoding, end, data):
    headers = {field: data.draw(st.sampled_from(names)) for field, names in HEADERS.items()}
    out = io.StringIO()
    rows = csv.writer(out, delimiter=separator, lineterminator=end)
    if data.draw(st.booleans()):
        rows.writerow(["Liste des passagers"])
        rows.writerow([])
    rows.writerow([headers[field] for field in order])
    for person in persons:
        shown = person | {
            "sex": SEXES[person["sex"]],
            "birth_date": person["birth_date"].isoformat(),
            "nationality": data.draw(st.sampled_from(NATIONS[person["nationality"]])),
        }
        rows.writerow([shown[field] for field in order])
    reading = read_here(out.getvalue().encode(encoding), "list")
    told = [{field: line[field] for field in HEADERS} for line in reading.lines]
    same_twice = {problem["row"] for problem in reading.problems if problem["reason"] == "same_person"}
    assert not same_twice
    assert told == [person | {"birth_date": person["birth_date"].isoformat()} for person in persons]
