"""Files that others made, or made dangerous: a correct result or a clear refusal."""

import re
import socket
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from broken_workbooks import cells
from command_line import run
from easy_books import minimal, save
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from package_files import MAIN, STRICT, hand_made, inject, parts_of, sheet_xml, zipped
from rich_workbook import part_of
from small_school import Cells, Change, put, small_school
from task_columns import LETTERS, task_cell
from written import opened, plan_lines, rows

from models.errors import WorkbookError
from optimizer.cli.exits import Exit
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import RawWorkbook, read_workbook
from optimizer.workbook.write.package import ArchiveLimits, Package
from optimizer.workbook.xlsx import archive

Harden = Callable[[bytes], bytes]
LEAD = column_index_from_string(LETTERS["lead"])
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def planned(folder: Path, harden: Harden, change: Change | None = None) -> tuple[Path, Path]:
    """The small school made hard, and the plan that was made in it."""
    source = small_school(folder / "school.xlsx", change)
    source.write_bytes(harden(source.read_bytes()))
    target = folder / "plan.xlsx"
    done = run("optimize", source, "-o", target)
    assert done.code == Exit.DONE, done.text
    return source, target


def in_sheet(sheet: str, old: str, new: str) -> Harden:
    """A change in the XML of a sheet."""

    def harden(content: bytes) -> bytes:
        part = part_of(content, sheet)
        xml = parts_of(content)[part]
        assert old.encode() in xml
        return inject(content, {part: xml.replace(old.encode(), new.encode(), 1)})

    return harden


def in_all_parts(changes: Mapping[str, str]) -> Harden:
    """A change in every XML part."""

    def harden(content: bytes) -> bytes:
        changed = {}
        for name, part in parts_of(content).items():
            text = part
            for old, new in changes.items():
                text = text.replace(old.encode(), new.encode())
            changed[name] = text
        return inject(content, changed)

    return harden


def leads(target: Path) -> list[object]:
    return [row.get("Verantwoordelijke") for row in rows(opened(target), "Taken") if "nr" in row]


LEADS = ["Noor Voorbeeld", "Noor Voorbeeld", "Bram Denkbeeld", "Lies Verzonnen"]


def test_strict_ooxml_is_read_and_stays_strict(tmp_path: Path) -> None:
    strict = in_all_parts({
        MAIN: STRICT,
        OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
        "http://schemas.openxmlformats.org/drawingml/2006/main":
            "http://purl.oclc.org/ooxml/drawingml/main",
    })  # fmt: skip

    def without_hiaten(book: Workbook) -> None:
        del book["Hiaten"]

    source, target = planned(tmp_path, strict, without_hiaten)
    parts = parts_of(target.read_bytes())
    sheets = [content for name, content in parts.items() if "worksheets/sheet" in name]
    assert all(STRICT.encode() in content for content in sheets)
    assert not any(MAIN.encode() in content for content in parts.values())
    read = {sheet.name: sheet for sheet in read_workbook(target).sheets}
    assert read["Taken"].cell(5, LEAD).value == "Noor Voorbeeld"
    assert list(read) == [*(sheet.name for sheet in read_workbook(source).sheets), "Hiaten"]


OLD_ROW: Cells = {"A": "A1", "D": "S1", "E": "P3", "G": "verantwoordelijke", "H": "ANDERE S1",
                  "I": 72}  # fmt: skip
"""A row of an earlier plan that stands lower in the new one."""


def _counts_from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


@pytest.mark.parametrize("epoch", [None, _counts_from_1904], ids=["1900", "1904"])
def test_a_date_beside_the_plan_moves_with_its_row_and_stays_that_date(
    epoch: Change | None, tmp_path: Path
) -> None:
    when = date(2026, 11, 22)

    def change(book: Workbook) -> None:
        put(book, "Verdeling", 2, OLD_ROW)
        book["Verdeling"]["M1"], book["Verdeling"]["M2"] = "mijn datum", when
        book["Verdeling"]["M2"].number_format = "d/mm/yyyy"
        if epoch:
            epoch(book)

    _, target = planned(tmp_path, lambda content: content, change)
    sheet = load_workbook(target)["Verdeling"]
    moved = next(row for row in range(2, 9) if sheet[f"A{row}"].value == "A1")
    assert moved > 2
    assert sheet[f"M{moved}"].value.date() == when
    assert sheet[f"M{moved}"].number_format == "d/mm/yyyy"
    assert sheet["M2"].value is None


RICH_NOTE = "<is><r><rPr><b/></rPr><t>eerst </t></r><r><t>bellen</t></r></is>"


def test_a_note_in_rich_text_moves_as_it_stands(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, "Verdeling", 2, OLD_ROW)
        book["Verdeling"]["M1"], book["Verdeling"]["M2"] = "mijn nota", "MERK"

    rich = in_sheet("Verdeling", "<is><t>MERK</t></is>", RICH_NOTE)
    source, target = planned(tmp_path, rich, change)
    part = part_of(source.read_bytes(), "Verdeling")
    xml = parts_of(target.read_bytes())[part].decode()
    assert xml.count(RICH_NOTE) == 1
    assert f'<c r="M2" t="inlineStr">{RICH_NOTE}' not in xml
    notes = [cell.value for cell in load_workbook(target)["Verdeling"]["M"] if cell.value]
    assert notes == ["mijn nota", "eerst bellen"]


def test_core_tasks_are_seen_in_a_palette_of_the_workbook(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Taken"]["D6"] = None
        book["Taken"]["C6"].fill = PatternFill("solid", fgColor=Color(indexed=40))
        book["Taken"]["D7"] = None
        book["Taken"]["C7"].fill = PatternFill("solid", fgColor=Color(indexed=41))
        palette = list(COLOR_INDEX)
        palette[40], palette[41] = "00800080", "00008000"
        book._colors = palette  # type: ignore[attr-defined]

    source = small_school(tmp_path / "school.xlsx", change)
    raw = {sheet.name: sheet for sheet in read_workbook(source).sheets}
    assert (raw["Taken"].cell(6, 3).fill, raw["Taken"].cell(7, 3).fill) == ("800080", "008000")
    data, _ = parse_workbook(read_workbook(source))
    assert data is not None
    assert {str(task.number): task.core for task in data.tasks} == {
        "T1": True, "T2": True, "D1": False, "A1": False,
    }  # fmt: skip


def test_without_a_palette_of_its_own_the_usual_one_holds(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Taken"]["C6"].fill = PatternFill("solid", fgColor=Color(indexed=20))

    source = small_school(tmp_path / "school.xlsx", change)
    content = source.read_bytes()
    styles = re.sub(rb"<colors>.*</colors>", b"<colors><mruColors><color rgb=\"FF112233\"/>"
                    b"</mruColors></colors>", parts_of(content)["xl/styles.xml"])  # fmt: skip
    source.write_bytes(inject(content, {"xl/styles.xml": styles}))
    raw = {sheet.name: sheet for sheet in read_workbook(source).sheets}
    assert raw["Taken"].cell(6, 3).fill == COLOR_INDEX[20][-6:]


ALTERNATE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="x14" xmlns:x14="urn:x14"><controls/></mc:Choice><mc:Fallback/>'
    "</mc:AlternateContent>"
)


def test_alternate_content_stays_where_it_is(tmp_path: Path) -> None:
    def harden(content: bytes) -> bytes:
        xml = parts_of(content)["xl/workbook.xml"]
        changed = xml.replace(b"<workbookPr", ALTERNATE.encode() + b"<workbookPr", 1)
        assert changed != xml
        content = inject(content, {"xl/workbook.xml": changed})
        return in_sheet("Taken", "</worksheet>", f"{ALTERNATE}</worksheet>")(content)

    _, target = planned(tmp_path, harden)
    written = parts_of(target.read_bytes())
    assert ALTERNATE.encode() in written["xl/workbook.xml"]
    assert ALTERNATE.encode() in written[part_of(target.read_bytes(), "Taken")]
    assert leads(target) == LEADS


def test_relationships_may_be_absolute_or_relative(tmp_path: Path) -> None:
    content = small_school(tmp_path / "gewoon.xlsx").read_bytes()
    rels = parts_of(content)["xl/_rels/workbook.xml.rels"].decode()
    absolute = rels if 'Target="/xl/' in rels else rels.replace('Target="', 'Target="/xl/')
    relative = rels.replace('Target="/xl/', 'Target="')
    for number, text in enumerate((absolute, relative)):
        folder = tmp_path / str(number)
        folder.mkdir()
        _, target = planned(folder, lambda content, text=text: inject(  # type: ignore[misc]
            content, {"xl/_rels/workbook.xml.rels": text.encode()}))  # fmt: skip
        assert leads(target) == LEADS


def test_styles_theme_and_strings_may_stand_anywhere(tmp_path: Path) -> None:
    def harden(content: bytes) -> bytes:
        parts = parts_of(content)
        moved = {"xl/styles.xml": "xl/ander/opmaak.xml", "xl/theme/theme1.xml": "xl/kleuren.xml",
                 "xl/sharedStrings.xml": "xl/woorden.xml"}  # fmt: skip
        renamed = {moved.get(name, name): part for name, part in parts.items()}
        for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
            text = renamed[name].decode()
            for old, new in moved.items():
                text = text.replace(f"/{old}", f"/{new}")
                text = text.replace(f'"{old.removeprefix("xl/")}"', f'"{new.removeprefix("xl/")}"')
            renamed[name] = text.encode()
        return zipped(renamed)

    def change(book: Workbook) -> None:
        book["Taken"]["C6"].fill = PatternFill("solid", fgColor="FF8064A2")

    source = small_school(tmp_path / "school.xlsx", change)
    source.write_bytes(harden(source.read_bytes()))
    raw = {sheet.name: sheet for sheet in read_workbook(source).sheets}
    assert raw["Taken"].cell(6, 3).fill == "8064A2"
    assert raw["Personen"].cell(4, 2).value == "Noor Voorbeeld"


BARE_ROWS = (
    '<row r="{}"/>',
    '<row r="{}"> </row>',
    '<row r="{0}" s="1" customFormat="1"><c r="B{0}" s="1"/></row>',
)


@pytest.mark.parametrize("bare", BARE_ROWS)
def test_a_hundred_thousand_formatted_rows_weigh_nothing_when_read(
    bare: str, tmp_path: Path
) -> None:
    more = "".join(bare.format(number) for number in range(500, 100_500))
    harden = in_sheet("Verdeling", "</sheetData>", f"{more}</sheetData>")
    _, target = planned(tmp_path, harden)
    assert leads(target) == LEADS
    xml = parts_of(target.read_bytes())[part_of(target.read_bytes(), "Verdeling")].decode()
    assert more[-2000:] in xml


def test_cells_without_addresses_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "adresloos.xlsx"
    grid = '<row><c s="0"/><c><v>1</v></c></row><row/><row><c/><c/><c><v>3</v></c></row>'
    path.write_bytes(hand_made(sheet_xml(grid)))
    (sheet,) = read_workbook(path).sheets
    assert sheet.cell(1, 2).value == 1
    assert sheet.cell(3, 3).value == 3


def too_much(path: Path, sheet: str) -> Path:
    """A workbook in which one long text is shown far too often on a sheet."""
    sheets = minimal() | {sheet: [["MERK"]]}
    content = save(path, sheets).read_bytes()
    shared = f'<sst xmlns="{MAIN}"><si><t>{"x" * 32_000}</t></si></sst>'
    grid = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 1_200)
    )
    relation = f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    rels = parts_of(content)["xl/_rels/workbook.xml.rels"]
    path.write_bytes(inject(content, {
        "xl/sharedStrings.xml": shared.encode(),
        part_of(content, sheet): sheet_xml(grid).encode(),
        "xl/_rels/workbook.xml.rels": rels.replace(b"</Rel", relation.encode() + b"</Rel"),
    }))  # fmt: skip
    return path


def test_a_sheet_of_the_program_with_too_much_in_it_is_an_error(tmp_path: Path) -> None:
    refused = run("check", too_much(tmp_path / "boek.xlsx", "Taken"))
    assert refused.code == Exit.INVALID
    assert "FOUT  Taken: dit blad bevat te veel om veilig te lezen" in refused.text


def test_another_sheet_with_too_much_in_it_is_passed_over(tmp_path: Path) -> None:
    path = too_much(tmp_path / "boek.xlsx", "Archief")
    raw = {sheet.name: sheet for sheet in read_workbook(path).sheets}
    assert (raw["Archief"].unread, raw["Archief"].rows) == ("too-large", {})
    assert not raw["Taken"].unread
    checked = run("check", path)
    assert checked.code in (None, Exit.DONE)
    assert "LET OP  Archief: dit blad bevat te veel" in checked.text


def raw_sheet(tmp_path: Path, grid: str, after: str = "") -> RawWorkbook:
    path = tmp_path / "blad.xlsx"
    path.write_bytes(hand_made(sheet_xml(grid, after=after)))
    return read_workbook(path)


def test_a_merged_block_of_a_whole_sheet_is_no_work(tmp_path: Path) -> None:
    grid = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    (sheet,) = raw_sheet(tmp_path, grid, merge).sheets
    assert sheet.merges == ((1, 1, 1_048_576, 16_384),)
    assert sheet.cell(1, 2).is_empty
    assert sheet.merged_cell(900_000, 9).value == 1


def test_pictures_and_charts_that_are_damaged_do_not_hinder_reading(tmp_path: Path) -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/drawing" Target="../drawings/drawing1.xml"/>'
        "</Relationships>"
    )
    path = tmp_path / "tekening.xlsx"
    grid = '<row r="1"><c r="A1"><v>1</v></c></row>'
    drawing = f'<drawing xmlns:r="{OFFICE}" r:id="rId1"/>'
    path.write_bytes(hand_made(sheet_xml(grid, after=drawing), {
        "xl/worksheets/_rels/sheet1.xml.rels": rels.encode(),
        "xl/drawings/drawing1.xml": b"<kapot",
    }))  # fmt: skip
    assert read_workbook(path).sheets[0].cell(1, 1).value == 1


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/theme/theme1.xml", "xl/workbook.xml"]
)
def test_entities_are_refused_in_every_part_that_is_read(part: str, tmp_path: Path) -> None:
    source = small_school(tmp_path / "bom.xlsx")
    content = parts_of(source.read_bytes())[part]
    start = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    source.write_bytes(
        inject(source.read_bytes(), {part: content[:start] + bomb + content[start:]})
    )
    refused = run("check", source)
    assert refused.code == Exit.INVALID
    assert "niet veilig" in refused.err
    wide = parts_of(source.read_bytes())[part].decode().encode("utf-16")
    source.write_bytes(inject(source.read_bytes(), {part: wide}))
    assert "niet veilig" in run("check", source).err


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "iso-8859-15", "cp1252"])
def test_every_encoding_of_xml_is_read_and_stays(encoding: str, tmp_path: Path) -> None:
    part = ""

    def harden(content: bytes) -> bytes:
        nonlocal part
        part, parts = part_of(content, "Taken"), parts_of(content)
        names = [part, part_of(content, "Verdeling"), "xl/workbook.xml"]
        text = {name: re.sub(r"^<\?xml.*?\?>\s*", "", parts[name].decode()) for name in names}
        head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-be")}"?>'
        mark = "\ufeff" if encoding == "utf-16-be" else ""
        return inject(content, {
            name: (mark + head + text[name]).encode(encoding, "xmlcharrefreplace")
            for name in names
        })  # fmt: skip

    def change(book: Workbook) -> None:
        put(book, "Personen", 4, {"B": "Zoë Łuczak"})

    _, target = planned(tmp_path, harden, change)
    assert "Zoë" in parts_of(target.read_bytes())[part].decode(encoding)
    raw = {sheet.name: sheet for sheet in read_workbook(target).sheets}
    assert raw["Taken"].cell(5, LEAD).value == "Zoë Łuczak"


def test_utf_8_that_says_to_be_utf_16_is_read_as_the_utf_8_that_it_is(tmp_path: Path) -> None:
    def harden(content: bytes) -> bytes:
        part = part_of(content, "Taken")
        bare = re.sub(rb"^<\?xml.*?\?>\s*", b"", parts_of(content)[part])
        return inject(content, {part: b'<?xml version="1.0" encoding="utf-16"?>' + bare})

    source, target = planned(tmp_path, harden)
    read, written = (
        next(sheet for sheet in read_workbook(path).sheets if sheet.name == "Taken")
        for path in (source, target)
    )
    assert read.cell(5, 3).value == written.cell(5, 3).value == "Netwerk bewaken"
    assert LEADS[0] in [cell.value for cell in written.rows[5].values()]


@pytest.mark.parametrize("encoding", ["onbekend", "utf-7", "hex"])
def test_an_encoding_that_is_none_is_told(encoding: str, tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx")
    xml = parts_of(source.read_bytes())["xl/workbook.xml"]
    bare = re.sub(rb"^<\?xml.*?\?>\s*", b"", xml)
    declared = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + bare
    source.write_bytes(inject(source.read_bytes(), {"xl/workbook.xml": declared}))
    refused = run("check", source)
    assert refused.code == Exit.INVALID
    assert "tekencodering" in refused.err


def test_a_compression_that_no_workbook_has_is_refused(tmp_path: Path) -> None:
    source = small_school(tmp_path / "bz2.xlsx")
    parts = parts_of(source.read_bytes())
    with zipfile.ZipFile(source, "w", zipfile.ZIP_BZIP2) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    refused = run("check", source)
    assert refused.code == Exit.INVALID
    assert "bz2.xlsx" in refused.err
    assert "fout van het programma" not in refused.err


def test_a_drawing_of_the_user_may_declare_a_document_type(tmp_path: Path) -> None:
    svg = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg/>'
    _, target = planned(tmp_path, lambda content: inject(content, {"xl/media/logo.xml": svg}))
    assert parts_of(target.read_bytes())["xl/media/logo.xml"] == svg


def test_a_list_of_parts_that_is_too_long_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = {f"xl/{'x' * 200}{number}.xml": b"" for number in range(20)}
    content = inject(hand_made(sheet_xml("")), names)

    def read(_data: bytes) -> zipfile.ZipFile:
        raise AssertionError("the list was read")

    monkeypatch.setattr(archive, "_open_zip", read)
    with pytest.raises(WorkbookError) as refused:
        Package(content, ArchiveLimits(parts=4))
    assert refused.value.code == "too-large"
    end = content.rindex(b"PK\x05\x06")
    size, start = struct.unpack_from("<2L", content, end + 12)
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 25, 25, size, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    hidden = content[:end] + wide + locator + content[end : end + 12] + b"\0" * 4
    hidden += content[end + 16 :]
    with pytest.raises(WorkbookError) as refused:
        Package(hidden, ArchiveLimits(parts=4))
    assert refused.value.code == "too-large"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "=cmd|' /C calc'!A1 "])
def test_a_name_that_begins_like_a_formula_stays_text(start: str, tmp_path: Path) -> None:
    name = f"{start}Noor"

    def change(book: Workbook) -> None:
        for address, value in (("Personen!B4", name), ("Taken!C5", name), ("Scholen!B4", name)):
            sheet, _, cell = address.partition("!")
            book[sheet][cell] = value
            book[sheet][cell].data_type = "s"

    source, target = planned(tmp_path, lambda content: content, change)
    new, old = (parts_of(path.read_bytes()) for path in (target, source))
    for part in new:
        assert new[part].count(b"<f") == old[part].count(b"<f") or "styles" in part
    shown = name.strip()
    book = load_workbook(target)
    assert book["Taken"][task_cell("lead", 5)].value == shown
    assert book["Taken"][task_cell("lead", 5)].data_type in ("s", "inlineStr")
    assert plan_lines(opened(target))["T1", "P1", "verantwoordelijke"]["naam"] == shown
    assert run("anonimiseer", source, "-o", tmp_path / "x.xlsx").code == Exit.DONE


def test_codes_with_tricks_of_paths_touch_no_other_file(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        cells(("Scholen!A4", "../../S1"), *((f"Personen!C{row}", "../../S1") for row in (4, 5, 6)),
              ("Personen!A4", "/etc/passwd"), ("Taken!A5", "..\\..\\T1"))(book)  # fmt: skip

    folder = tmp_path / "werk"
    folder.mkdir()
    _, target = planned(folder, lambda content: content, change)
    lines = plan_lines(opened(target))
    assert lines["..\\..\\T1", "/etc/passwd", "verantwoordelijke"]["school"] == "../../S1"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["plan.xlsx", "school.xlsx", "werk"]


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_a_relationship_that_leads_out_of_the_package_leads_nowhere(
    target: str, tmp_path: Path
) -> None:
    content = hand_made(sheet_xml(""))
    rels = parts_of(content)["xl/_rels/workbook.xml.rels"].replace(
        b"worksheets/sheet1.xml", target.encode()
    )
    path = tmp_path / "weg.xlsx"
    path.write_bytes(inject(content, {"xl/_rels/workbook.xml.rels": rels}))
    with pytest.raises(WorkbookError) as refused:
        read_workbook(path)
    assert refused.value.code == "not-a-workbook"


def test_a_sheet_whose_name_is_a_path_is_refused_or_only_a_name(tmp_path: Path) -> None:
    harden = in_all_parts({'name="Notities"': 'name="../../weg"'})

    def change(book: Workbook) -> None:
        book.create_sheet("Notities")["A1"] = 1

    source = small_school(tmp_path / "school.xlsx", change)
    source.write_bytes(harden(source.read_bytes()))
    refused = run("optimize", source)
    assert refused.code in (Exit.DONE, Exit.INVALID)
    assert "Traceback" not in refused.text
    assert {path.suffix for path in tmp_path.iterdir()} == {".xlsx"}


def test_nothing_is_asked_of_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    external = (
        f'<Relationship Id="rId99" Type="{OFFICE}/externalLink" TargetMode="External" '
        'Target="https://voorbeeld.invalid/bestand.xlsx"/></Relationships>'
    )
    harden = in_all_parts({"</Relationships>": external})
    _, target = planned(tmp_path, harden)
    assert leads(target) == LEADS


def test_macros_are_kept_and_not_looked_into(tmp_path: Path) -> None:
    macro = bytes(range(256)) * 3
    source = tmp_path / "school.xlsm"
    source.write_bytes(
        inject(small_school(tmp_path / "s.xlsx").read_bytes(), {"xl/vbaProject.bin": macro})
    )
    done = run("optimize", source)
    assert done.code == Exit.DONE
    assert parts_of((tmp_path / "school_plan.xlsm").read_bytes())["xl/vbaProject.bin"] == macro


def test_a_chart_sheet_with_the_name_of_the_plan_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        del book["Hiaten"]
        book.create_chartsheet("Hiaten")

    source = small_school(tmp_path / "school.xlsx", change)
    refused = run("optimize", source)
    assert refused.code == Exit.INVALID
    assert "heeft al een blad ‘Hiaten’ van een andere soort" in refused.err
    assert list(tmp_path.iterdir()) == [source]
