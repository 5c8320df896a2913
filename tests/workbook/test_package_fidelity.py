"""What is not ours stays byte for byte; what is ours is read by others."""

import io
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from machine import needs
from package_files import (
    cells_of,
    changed_parts,
    hand_made,
    inject,
    parts_of,
    rich_workbook,
    sheet_xml,
    without_cells,
)

from optimizer.workbook.write.package import NewSheet, Package, Style

SHEET = "xl/worksheets/sheet1.xml"


def test_opening_and_writing_back_changes_no_part() -> None:
    before = rich_workbook()
    package = Package(before)
    package.sheet("Taken")
    assert parts_of(package.to_bytes()) == parts_of(before)


def test_only_the_edited_sheet_changes_and_only_in_the_edited_cells() -> None:
    before = rich_workbook()
    package = Package(before)
    sheet = package.sheet("Taken")
    sheet.set("A3", "=nieuw & <beter>")
    sheet.set("B3", 4)
    sheet.set((4, 4), None)
    after = package.to_bytes()

    assert changed_parts(before, after) == {SHEET}
    old, new = parts_of(before), parts_of(after)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == {SHEET}
    refs = ("A3", "B3", "D4")
    assert old[SHEET] != new[SHEET]
    assert without_cells(old[SHEET], *refs) == without_cells(new[SHEET], *refs)
    read = cells_of(after, "Taken")
    assert read["A3"].value == "=nieuw & <beter>"
    assert read["A3"].data_type == "s" or read["A3"].data_type == "inlineStr"
    assert (read["B3"].value, read["D4"].value, read["C3"].value) == (4, None, "=B3*2")
    assert read["B3"].fill.fgColor.rgb == "00FFFF00"


def test_member_order_times_methods_and_attributes_are_kept() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for place, (name, content) in enumerate(parts_of(rich_workbook()).items()):
            info = zipfile.ZipInfo(name, (2001, 2, 3, 4, 5, 2 * (place % 30)))
            info.compress_type = zipfile.ZIP_STORED if place % 2 else zipfile.ZIP_DEFLATED
            info.external_attr = place << 16
            archive.writestr(info, content)
        for info in archive.filelist:
            info.external_attr = 0 if info.filename == SHEET else info.external_attr
        archive.comment = b"bewaard"
    package = Package(buffer.getvalue())
    package.sheet("Taken").set("A2", "x")
    old = zipfile.ZipFile(buffer)
    new = zipfile.ZipFile(io.BytesIO(package.to_bytes()))

    def facts(archive: zipfile.ZipFile) -> list[tuple[object, ...]]:
        return [
            (i.filename, i.date_time, i.compress_type, i.external_attr, i.create_system)
            for i in archive.infolist()
        ]

    assert facts(old) == facts(new)
    assert new.comment == b"bewaard"


def test_folder_entries_and_extra_fields_are_kept_but_old_sizes_are_not() -> None:
    buffer = io.BytesIO(rich_workbook())
    own, old_sizes = b"\xfe\xca\x02\x00ok", b"\x01\x00\x08\x00" + bytes(8)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/leeg/", b"")
        info = zipfile.ZipInfo("xl/extra.bin")
        info.extra = own + old_sizes
        archive.writestr(info, b"x")
    package = Package(buffer.getvalue())
    package.sheet("Taken").set("A2", "x")
    after = zipfile.ZipFile(io.BytesIO(package.to_bytes()))
    assert after.getinfo("xl/leeg/").is_dir()
    assert after.getinfo("xl/extra.bin").extra == own


def test_writing_twice_gives_the_same_bytes() -> None:
    package = Package(rich_workbook())
    package.sheet("Taken").set("A2", "x")
    assert package.to_bytes() == package.to_bytes()


def test_full_calculation_is_asked_once_and_in_schema_order() -> None:
    package = Package(hand_made(sheet_xml(""), workbook_tail="<oleSize ref='A1'/>"))
    package.set_full_calc_on_load()
    package.set_full_calc_on_load()
    xml = parts_of(package.to_bytes())["xl/workbook.xml"]
    assert b'</sheets><calcPr fullCalcOnLoad="1"/><oleSize' in xml
    assert xml.count(b"calcPr") == 1


def test_full_calculation_replaces_a_refusal_and_keeps_the_rest() -> None:
    tail = '<calcPr calcId="191029" fullCalcOnLoad="0" iterate="1"/>'
    package = Package(hand_made(sheet_xml(""), workbook_tail=tail))
    package.set_full_calc_on_load()
    xml = parts_of(package.to_bytes())["xl/workbook.xml"]
    assert b'<calcPr calcId="191029" fullCalcOnLoad="1" iterate="1"/>' in xml


def test_an_added_sheet_is_listed_everywhere_and_only_appended() -> None:
    before = rich_workbook()
    package = Package(before)
    bold = package.add_style(Style(bold=True, fill="DDDDDD", wrap=True))
    hours = package.add_style(Style(number_format="0.0"))
    new = NewSheet(("taak", "uren"), (40, 10), bold, (0, hours))
    sheet = package.add_sheet("Hiaten & co", new)
    sheet.set("A2", "netwerk")
    sheet.set("B2", 1.5)
    after = package.to_bytes()

    assert package.sheet_names == ("Taken", "Notities", "Hiaten & co")
    assert "xl/worksheets/sheet3.xml" in parts_of(after)
    touched = {"[Content_Types].xml", "docProps/app.xml", "xl/workbook.xml", "xl/styles.xml",
               "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet3.xml"}  # fmt: skip
    assert changed_parts(before, after) <= touched
    read = cells_of(after, "Hiaten & co")
    assert [[cell.value for cell in row] for row in read] == [["taak", "uren"], ["netwerk", 1.5]]
    assert read["A1"].font.b and read["A1"].alignment.wrap_text
    assert not read["A2"].font.b
    assert read["B2"].number_format == "0.0"
    assert read.column_dimensions["A"].width == 40
    assert read.freeze_panes == "A2"
    old, now = parts_of(before), parts_of(after)
    for name in ("xl/workbook.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        assert _is_insertion(old[name], now[name])


def _is_insertion(old: bytes, new: bytes) -> bool:
    same = next(i for i in range(len(old) + 1) if old[: i + 1] != new[: i + 1])
    return new.endswith(old[same:])


def test_the_titles_of_the_document_properties_gain_the_new_sheet() -> None:
    app = (
        b'<Properties xmlns="p" xmlns:vt="v"><HeadingPairs><vt:vector size="4" baseType="variant">'
        b"<vt:variant><vt:lpstr>Werkbladen</vt:lpstr></vt:variant><vt:variant><vt:i4>2</vt:i4>"
        b"</vt:variant><vt:variant><vt:lpstr>Namen</vt:lpstr></vt:variant><vt:variant><vt:i4>1"
        b"</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size='3' "
        b"baseType='lpstr'><vt:lpstr>Taken</vt:lpstr><vt:lpstr>Notities</vt:lpstr><vt:lpstr>"
        b"Totaal</vt:lpstr></vt:vector></TitlesOfParts></Properties>"
    )
    package = Package(inject(rich_workbook(), {"docProps/app.xml": app}))
    package.add_sheet("Hiaten")
    now = parts_of(package.to_bytes())["docProps/app.xml"]
    expected = (
        app.replace(b"<vt:i4>2<", b"<vt:i4>3<")
        .replace(b"size='3'", b'size="4"')
        .replace(b"Notities</vt:lpstr>", b"Notities</vt:lpstr><vt:lpstr>Hiaten</vt:lpstr>")
    )
    assert now == expected


@pytest.mark.parametrize("name", ["", "a" * 32, "a/b", "taken", "'a", "[x]"])
def test_a_sheet_name_that_excel_refuses_is_refused(name: str) -> None:
    package = Package(rich_workbook())
    with pytest.raises(ValueError, match="sheet"):
        package.add_sheet(name)
    assert package.add_sheet("a" * 31).address.name == "a" * 31


def test_equal_styles_are_added_once_and_counts_follow() -> None:
    package = Package(rich_workbook())
    first = package.add_style(Style(bold=True, number_format="0.00 €", fill="AABBCC"))
    assert package.add_style(Style(bold=True, number_format="0.00 €", fill="AABBCC")) == first
    assert package.add_style(Style(bold=True, number_format="0.0 €")) != first
    xml = parts_of(package.to_bytes())["xl/styles.xml"].decode()
    holder = xml.split("<cellXfs")[1].split("</cellXfs>")[0]
    assert f'count="{holder.count("<xf ")}"' in holder.split(">")[0]
    package.sheet("Notities").set("A1", 1, first)
    cell = cells_of(package.to_bytes(), "Notities")["A1"]
    assert (cell.font.b, cell.number_format, cell.fill.fgColor.rgb) == (True, "0.00 €", "FFAABBCC")


def test_a_style_without_a_styles_part_is_the_default() -> None:
    assert Package(hand_made(sheet_xml(""))).add_style(Style(bold=True)) == 0


def test_a_macro_workbook_keeps_its_macros() -> None:
    package = Package(rich_workbook())
    package.sheet("Taken").set("A2", "x")
    assert parts_of(package.to_bytes())["xl/vbaProject.bin"] == bytes(range(256))


def test_a_signature_is_seen() -> None:
    assert not Package(rich_workbook()).has_signature
    signed = inject(rich_workbook(), {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    assert Package(signed).has_signature


def test_libreoffice_opens_the_result(tmp_path: Path) -> None:
    package = Package(rich_workbook())
    header = package.add_style(Style(bold=True, number_format="0.0"))
    package.sheet("Taken").set("A6", "=1+1  _x0041_ ")
    package.sheet("Taken").set("B3", 10)
    added = package.add_sheet("Hiaten", NewSheet(("taak",), (30,), header))
    added.set("A2", "é\nregel")
    package.set_full_calc_on_load()
    package.save(tmp_path / "plan.xlsx")
    needs("soffice")
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run(
        [*command, str(tmp_path / "out"), str(tmp_path / "plan.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = openpyxl.load_workbook(tmp_path / "out" / "plan.xlsx", data_only=True)
    assert book.sheetnames == ["Taken", "Notities", "Hiaten"]
    assert book["Taken"]["C3"].value == 20
    # LibreOffice escapes the literal again when it saves: it has read it as text, not as "A".
    assert book["Taken"]["A6"].value in ("=1+1  _x0041_ ", "=1+1  _x005F_x0041_ ")
    assert book["Hiaten"]["A2"].value == "é\nregel"
