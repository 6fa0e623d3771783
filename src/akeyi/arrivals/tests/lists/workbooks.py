"""The messy lists of this folder that are workbooks or other binary files; `make_lists.py` writes them."""

# ruff: noqa: E501 - a row of a list stays in one piece

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.workbook import Workbook

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
WORKBOOKS: dict[str, Callable[[], bytes]] = {}


def list_file(name: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        WORKBOOKS[name] = make
        return make

    return keep


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(*rows: list[object]) -> Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def changed(data: bytes, change: Callable[[str, bytes], bytes], add: dict[str, bytes] | None = None) -> bytes:
    """A zip with its parts passed through `change`, and parts added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return out.getvalue()


@list_file("dates-as-excel-numbers.xlsx")
def dates_as_numbers() -> bytes:
    return saved(
        xlsx(
            ["Nom", "Prénom", "Date de naissance", "Passeport"],
            ["Dorvil", "Rose", date(1990, 2, 14), 1234567.0],
            ["Dorvil", "Yves", 31427, "0012"],
            ["Dorvil", "Ana", "25/12/2012", None],
        )
    )


@list_file("dates-from-1904.xlsx")
def dates_from_1904() -> bytes:
    book = openpyxl.Workbook()
    book.epoch = datetime(1904, 1, 1)
    for row in (["Nom", "Prénom", "Né le"], ["Louis", "Ketia", date(1990, 2, 14)], ["Louis", "Samuel", 29965]):
        book.active.append(row)
    return saved(book)


@list_file("merged-family-cells.xlsx")
def merged_families() -> bytes:
    book = xlsx(
        ["Famille no", "Nom", "Prénom", "Sexe"],
        ["F1", "Cadet", "Frantz", "M"],
        [None, "Cadet", "Ruth", "F"],
        [None, "Cadet", "Lukas", "M"],
        ["F2", "Noël", "Guerda", "F"],
    )
    book.active.merge_cells("A2:A4")
    return saved(book)


@list_file("merged-title-and-two-header-rows.xlsx")
def merged_headers() -> bytes:
    book = xlsx(
        ["LISTE DES PASSAGERS", None, None, None, None, None],
        ["No", "Identité", None, "Naissance", None, None],
        [None, "Nom", "Prénom", "Jour", "Mois", "Année"],
        [1, "Charles", "Evens", 7, 3, 1984],
        [2, "Charles", "Sofia", 12, "août", 2014],
    )
    for cells in ("A1:F1", "B2:C2", "D2:F2"):
        book.active.merge_cells(cells)
    return saved(book)


@list_file("several-sheets.xlsx")
def several_sheets() -> bytes:
    book = xlsx(["Surname", "Given name", "Sex"], ["Pierre", "Ronald", "M"], ["Total", 1])
    book.active.title = "Men"
    women = book.create_sheet("Women")
    for row in (
        ["Nationality", "Full name", "Age"],
        ["HTI", "LOUIS, Esther", 25],
        ["HTI", "LOUIS, Ana", 2],
        ["Total", 2],
    ):
        women.append(row)
    book.create_sheet("Kitchen").append(["Meals ordered", 40])
    book.create_sheet("Empty")
    return saved(book)


@list_file("hidden-sheet.xlsx")
def hidden_sheet() -> bytes:
    book = xlsx(["Nom", "Prénom", "Sexe"], ["Désir", "Claudine", "F"])
    old = book.create_sheet("Old")
    old.append(["Nom", "Prénom", "Sexe"])
    old.append(["Autre", "Personne", "M"])
    old.sheet_state = "hidden"
    return saved(book)


@list_file("numbers-as-numbers.xlsx")
def numbers() -> bytes:
    return saved(
        xlsx(
            ["#", "Last name", "First name", "Age", "ID number", "Group"],
            [1.0, "Sainvil", "Bettina", 31.0, 40212345678, 1],
            [2.0, "Sainvil", "Woodley", 4.5, None, 1],
        )
    )


@list_file("wrong-ending-xlsx-as.csv")
def xlsx_as_csv() -> bytes:
    return saved(xlsx(["Nom", "Prénom"], ["Exantus", "Nelson"]))


@list_file("older-excel.xls")
def older_excel() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lista")
    as_date = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for column, text in enumerate(["Apellido", "Nombre", "Sexo", "Fecha de nacimiento"]):
        sheet.write(0, column, text)
    sheet.write(1, 0, "Reyes")
    sheet.write(1, 1, "María")
    sheet.write(1, 2, "F")
    sheet.write(1, 3, date(1991, 5, 17), as_date)
    sheet.write(2, 0, "Reyes")
    sheet.write(2, 1, "Iván")
    sheet.write(2, 2, "M")
    sheet.write(2, 3, "28/02/2015")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@list_file("formula.xls")
def xls_formula() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("1")
    for column, text in enumerate(["Nom", "Prénom", "Âge"]):
        sheet.write(0, column, text)
    sheet.write(1, 0, "Désir")
    sheet.write(1, 1, "Ruth")
    sheet.write(1, 2, xlwt.Formula("20+11"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows: list[list[str]], spans: dict[tuple[int, int], int] | None = None, formula: str = "") -> bytes:
    """A workbook as LibreOffice writes one: `spans` says how many rows a cell covers, `formula` which text is one."""
    lines = ""
    for at, row in enumerate(rows):
        cells = ""
        for column, text in enumerate(row):
            spanned = (spans or {}).get((at, column))
            more = f' table:number-rows-spanned="{spanned}"' if spanned else ""
            more += f' table:formula="{text}"' if formula and text == formula else ""
            said = (
                f'<table:table-cell office:value-type="string"{more}><text:p>{escape(text)}</text:p></table:table-cell>'
            )
            cells += said if text else "<table:table-cell/>"
        lines += f"<table:table-row>{cells}</table:table-row>"
    names = "".join(f' xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Feuille1">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kept = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", SPREADSHEET), ("content.xml", "text/xml"))
    )
    manifest = f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0">{kept}</manifest:manifest>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        # The type comes first and uncompressed: by it a file is told from any other zip.
        new.writestr("mimetype", SPREADSHEET)
        new.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        new.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return out.getvalue()


@list_file("libreoffice.ods")
def libreoffice() -> bytes:
    return ods(
        [
            ["Liste GX 3303", "", "", "", ""],
            ["No", "Siyati", "Non", "Fanmi", "Laj"],
            ["1", "Lamour", "Rose-Laure", "A", "27"],
            ["2", "Lamour", "Kenley", "", "5"],
            ["3", "Michel", "Jocelyn", "B", "44"],
        ],
        {(2, 3): 2},
    )


@list_file("formula.ods")
def ods_formula() -> bytes:
    return ods([["Nom", "Prénom"], ["Désir", "of:=1+1"]], formula="of:=1+1")


@list_file("password.ods")
def ods_password() -> bytes:
    def lock(name: str, content: bytes) -> bytes:
        if name != "META-INF/manifest.xml":
            return content
        locked = b'<manifest:encryption-data manifest:checksum="x"/>'
        return content.replace(
            b"</manifest:manifest>", b"<manifest:file-entry>" + locked + b"</manifest:file-entry></manifest:manifest>"
        )

    return changed(ods([["Nom", "Prénom"], ["Désir", "Ruth"]]), lock)


@list_file("header-merged-over-two-columns.xlsx")
def header_over_two() -> bytes:
    book = xlsx(["No", "Nom et prénom", "", "Sexe"], ["1", "Exil Ana", "", "F"], ["2", "Nozil Luc", "", "M"])
    book.active.merge_cells("B1:C1")
    return saved(book)


@list_file("formula.xlsx")
def xlsx_formula() -> bytes:
    return saved(xlsx(["Nom", "Prénom", "Âge"], ["Désir", "Ruth", "=20+11"]))


@list_file("macro.xlsm")
def xlsx_macro() -> bytes:
    return changed(
        saved(xlsx(["Nom", "Prénom"], ["Désir", "Ruth"])), lambda _, part: part, {"xl/vbaProject.bin": b"\xd0\xcf"}
    )


@list_file("external-entity.xlsx")
def xlsx_entity() -> bytes:
    declaration = b'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/hostname">]>'

    def declare(name: str, content: bytes) -> bytes:
        return declaration + content if name == "xl/worksheets/sheet1.xml" else content

    return changed(saved(xlsx(["Nom", "Prénom"], ["Désir", "Ruth"])), declare)


@list_file("zip-bomb.xlsx")
def zip_bomb() -> bytes:
    return changed(
        saved(xlsx(["Nom"], ["Désir"])), lambda _, part: part, {"xl/media/zeros.xml": bytes(160 * 1024 * 1024)}
    )


@list_file("password.xlsx")
def xlsx_password() -> bytes:
    """The container that Excel writes around a workbook with a password; what is in it is noise."""
    return compound({"EncryptionInfo": b"\x04\x00\x04\x00" + bytes(4092), "EncryptedPackage": bytes(range(256)) * 16})


@list_file("password.xls")
def xls_password() -> bytes:
    begin = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)
    locked = b"\x2f\x00\x36\x00" + bytes(54)
    return compound({"Workbook": (begin + locked).ljust(4096, b"\x00")})


@list_file("macro.xls")
def xls_macro() -> bytes:
    begin = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12)
    return compound({"Workbook": (begin + b"\x0a\x00\x00\x00").ljust(4096, b"\x00"), "_VBA_PROJECT_CUR": bytes(4096)})


@list_file("word.doc")
def word() -> bytes:
    return compound({"WordDocument": bytes(4096)})


def compound(streams: dict[str, bytes]) -> bytes:
    """A small OLE container: header, one table of sectors, one directory, then the streams (all of 4096 bytes or more)."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

    def number(value: int, size: int = 4) -> bytes:
        return value.to_bytes(size, "little")

    chain, directory, content = [table, end], [entry("Root Entry", 5, end, 0, 1)], b""
    for name, data in streams.items():
        directory.append(entry(name, 2, len(chain), len(data), free))
        sectors = -(-len(data) // 512)
        chain += [len(chain) + at + 1 for at in range(sectors - 1)] + [end]
        content += data.ljust(sectors * 512, b"\x00")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00" + bytes(10)
    header += number(1) + number(1) + number(0) + number(4096) + number(end) + number(0) + number(end) + number(0)
    header += number(0) + number(free) * 108
    listed = b"".join(number(one) for one in chain).ljust(512, b"\xff")
    return header + listed + b"".join(directory).ljust(512, b"\x00") + content


def entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    text = (name + "\x00").encode("utf-16-le")
    places = b"\xff\xff\xff\xff" * 2 + child.to_bytes(4, "little")
    rest = bytes(16 + 4 + 16) + start.to_bytes(4, "little") + size.to_bytes(4, "little") + bytes(4)
    return text.ljust(64, b"\x00") + len(text).to_bytes(2, "little") + bytes([kind, 1]) + places + rest


@list_file("picture-as.xlsx")
def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200)


@list_file("print-as.csv")
def print_() -> bytes:
    return b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@list_file("archive-as.xls")
def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("list.csv", "Nom,Prénom\nA,B\n")
    return out.getvalue()


@list_file("cut-off.xlsx")
def cut_off() -> bytes:
    data = saved(xlsx(["Nom", "Prénom"], ["Désir", "Ruth"]))
    return data[: len(data) // 2]
