"""Writes the three passenger lists of the demo day as they were "sent": three formats, with invented errors in them."""

import csv
import io
import unicodedata
from pathlib import Path

from akeyi.screening.forms.sheets import reproducible

from .people import DAY, FLIGHTS, Flight, Person, people_of

FRENCH = {"HTI": "Haïtienne", "CHL": "Chilienne", "BRA": "Brésilienne"}


def write_lists(folder: Path) -> dict[str, Path]:
    """Writes the lists; gives {flight label: file}."""
    folder.mkdir(parents=True, exist_ok=True)
    writers = (("csv", as_csv), ("xlsx", as_xlsx), ("txt", as_paxlst))
    written = {}
    for flight, (ending, write) in zip(FLIGHTS, writers, strict=True):
        path = folder / f"{flight.label.replace(' ', '-').lower()}.{ending}"
        path.write_bytes(write(flight, people_of(flight)))
        written[flight.label] = path
    return written


def as_csv(flight: Flight, people: list[Person]) -> bytes:
    """French headers under two title rows, Windows encoding, semicolons; one person twice, a column that is nobody's
    business, a birth date that cannot be, a total at the end."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow([f"Liste des passagers - vol {flight.label}", *[""] * 6])
    rows.writerow(["Port-au-Prince, 19/09/2021", *[""] * 6])
    rows.writerow([""] * 7)
    rows.writerow(["No", "Nom", "Prénom(s)", "Sexe", "Né(e) le", "Nationalité", "Observations"])
    for number, person in enumerate(people, 1):
        born = "31/02/1990" if number == 40 else person.birth_on.strftime("%d/%m/%Y")
        rows.writerow(
            [number, person.family_name.upper(), person.given_names, "F" if person.sex == "female" else "M", born,
             FRENCH[person.nationality],
             "voir dossier" if number % 17 == 0 else ""]
        )  # fmt: skip
        if number == 12:
            rows.writerow(
                [number, person.family_name.upper(), person.given_names, "F" if person.sex == "female" else "M", born,
                 "Haïtienne", ""]
            )  # fmt: skip
    rows.writerow(["Total", len(people), *[""] * 5])
    return out.getvalue().encode("cp1252")


def as_xlsx(flight: Flight, people: list[Person]) -> bytes:
    """English headers, `LASTNAME, First` in one column, ages instead of births, an empty row and the header again in
    the middle, a second sheet that is no list."""
    out = io.BytesIO()
    with reproducible(out) as book:
        sheet = book.add_worksheet("Passengers")
        sheet.merge_range(0, 0, 0, 5, f"PASSENGER LIST {flight.label}  {DAY.isoformat()}")
        header = ["Seq", "Passenger name", "Gender", "Age", "Citizenship", "Family group"]
        row = 2
        sheet.write_row(row, 0, header)
        for number, person in enumerate(people, 1):
            row += 1
            if number == 52:
                row += 1
                sheet.write_row(row, 0, header)
                row += 1
            name = f"{person.family_name.upper()}, {person.given_names}\u00a0"
            sex = "Female" if person.sex == "female" else "Male"
            sheet.write_row(row, 0, [number, name, sex, person.age, person.nationality, f"F{person.family + 1}"])
        notes = book.add_worksheet("Notes")
        notes.write(0, 0, "Meals ordered for this flight: see kitchen.")
    return out.getvalue()


def as_paxlst(flight: Flight, people: list[Person]) -> bytes:
    """UN/EDIFACT, capitals without accents, births with two-digit years; the control total says one too many."""
    segments = [
        "UNB+UNOA:4+CARRIER+RECEPTION+210919:0900+000000001",
        "UNG+PAXLST+CARRIER+RECEPTION+210919:0900+1+UN+D:02B",
        f"UNH+PAX001+PAXLST:D:02B:UN:IATA+{flight.label.replace(' ', '')}/210919/0900+01:F",
        "BGM+745",
        "NAD+MS+++CARRIER OPERATIONS",
        f"TDT+20+{flight.label.replace(' ', '')}",
        "LOC+125+DRT",
        "DTM+189:2109190900:201",
        "LOC+87+PAP",
        "DTM+232:2109191310:201",
    ]
    for person in people:
        segments += [
            f"NAD+FL+++{_plain(person.family_name)}:{_plain(person.given_names)}",
            f"ATT+2++{'F' if person.sex == 'female' else 'M'}",
            f"DTM+329:{person.birth_on:%y%m%d}",
            "LOC+178+DRT",
            "LOC+179+PAP",
            f"NAT+2+{person.nationality}",
        ]
        if person.document_number:
            segments.append(f"DOC+P:110:111+{person.document_number}")
    segments += [f"CNT+42:{len(people) + 1}"]
    segments += [f"UNT+{len(segments) - 1}+PAX001", "UNE+1+1", "UNZ+1+000000001"]
    return ("UNA:+.? '" + "'\r\n".join(segments) + "'\r\n").encode("ascii")


def _plain(name: str) -> str:
    """As an airline writes a name: capitals, no accents, no hyphens."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return bare.upper().replace("-", " ")
