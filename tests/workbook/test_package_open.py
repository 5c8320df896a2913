"""Files that are no workbook, or not a safe one, are refused with the reason."""

import os
import struct
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from package_files import hand_made, inject, parts_of, rich_workbook, sheet_xml, zipped

from models.errors import WorkbookError
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.write.package import ArchiveLimits, Package

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def code_of(data: bytes, limits: ArchiveLimits | None = None) -> str:
    with pytest.raises(WorkbookError) as caught:
        Package(data, limits or ArchiveLimits())
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-workbook"),
        (b"taak;uren\n", "not-a-workbook"),
        (zipped({"mimetype": b"x"}), "not-a-workbook"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE, "encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "not-a-workbook"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_a_cut_file_is_truncated_and_the_whole_one_opens() -> None:
    whole = rich_workbook()
    assert code_of(whole[: len(whole) // 2]) == "truncated"
    assert Package(whole).sheet_names == ("Taken", "Notities")


def test_a_damaged_part_is_truncated() -> None:
    data = bytearray(rich_workbook())
    info = zipfile.ZipFile(BytesIO(data)).infolist()[0]
    data[info.header_offset + 60] ^= 0xFF
    assert code_of(bytes(data)) == "truncated"


def test_a_zip_with_a_password_is_encrypted() -> None:
    data = bytearray(hand_made(sheet_xml("")))
    directory = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, directory + 8, 1)
    assert code_of(bytes(data)) == "encrypted"


def test_another_office_document_is_refused() -> None:
    data = inject(hand_made(sheet_xml("")), {"xl/workbook.xml": b"<document/>"})
    assert code_of(data) == "not-a-workbook"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = inject(hand_made(sheet_xml("")), {"xl/big.bin": bytes(4_000_000)})
    assert code_of(bomb, ArchiveLimits(total_bytes=3_000_000)) == "too-large"
    assert code_of(bomb, ArchiveLimits(ratio_from=1_000_000)) == "too-large"
    assert code_of(bomb, ArchiveLimits(parts=3)) == "too-large"
    assert Package(bomb, ArchiveLimits(parts=6)).sheet_names == ("Blad",)


def test_a_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.xlsx"
    path.write_bytes(rich_workbook())
    with pytest.raises(WorkbookError) as caught:
        Package.open(path, ArchiveLimits(file_bytes=100))
    assert (caught.value.code, caught.value.facts["path"]) == ("too-large", path)


@pytest.mark.parametrize(
    "name",
    ["../kwaad.xml", "..\\kwaad.xml", "xl/../../kwaad", "XL/Workbook.xml", "xl\\workbook.xml"],
)
def test_unsafe_and_duplicate_part_names_are_refused(name: str) -> None:
    assert code_of(inject(rich_workbook(), {name: b"<x/>"})) == "not-a-workbook"
    assert Package(inject(rich_workbook(), {"xl/goed..xml": b"<x/>"})).sheet_names


@pytest.mark.parametrize("part", ["xl/workbook.xml", "_rels/.rels", "xl/worksheets/sheet1.xml"])
def test_entity_declarations_are_refused(part: str) -> None:
    content = parts_of(rich_workbook())[part]
    start = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = inject(rich_workbook(), {part: content[:start] + doctype + content[start:]})
    with pytest.raises(WorkbookError) as caught:
        Package(data).sheet("Taken")
    assert (caught.value.code, caught.value.facts["part"]) == ("unsafe-xml", part)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "iso-8859-1"])
def test_other_encodings_are_edited_and_stay(encoding: str, tmp_path: Path) -> None:
    xml = sheet_xml("").replace("UTF-8", encoding).encode(encoding)
    package = Package(hand_made(xml))
    package.sheet("Blad").set("B2", "Zoë Łuczak")
    package.save(tmp_path / "boek.xlsx")
    (sheet,) = read_workbook(tmp_path / "boek.xlsx").sheets
    assert sheet.cell(2, 2).value == "Zoë Łuczak"
    assert "Zoë" in parts_of(package.to_bytes())["xl/worksheets/sheet1.xml"].decode(encoding)


def test_malformed_sheet_xml_is_refused() -> None:
    with pytest.raises(WorkbookError) as caught:
        Package(hand_made(sheet_xml("<row>"))).sheet("Blad")
    assert caught.value.code == "not-a-workbook"


@pytest.mark.parametrize("rows", ['<row r="x"/>', '<row r="1"><c r="A2"/></row>'])
def test_a_damaged_sheet_is_refused(rows: str) -> None:
    with pytest.raises(WorkbookError) as caught:
        Package(hand_made(sheet_xml(rows))).sheet("Blad")
    assert caught.value.facts["reason"] == "damaged-sheet"
    assert caught.value.code == "not-a-workbook"


def test_a_workbook_without_sheets_is_refused() -> None:
    whole = hand_made(sheet_xml(""))
    damaged = parts_of(whole)["xl/workbook.xml"].replace(b"<sheet ", b"<blad ")
    assert code_of(inject(whole, {"xl/workbook.xml": damaged})) == "not-a-workbook"
    assert Package(whole).sheet_names == ("Blad",)


@pytest.mark.parametrize("relation", [b"", b'rel:id=""', b'rel:id="rId99"', b'rel:id="rId2"'])
def test_a_sheet_that_leads_nowhere_is_listed_and_has_no_cells(relation: bytes) -> None:
    whole = hand_made(sheet_xml(""))
    xml = parts_of(whole)["xl/workbook.xml"]
    entry = xml[xml.index(b"<sheet ") : xml.index(b"</sheets>")]
    hollow = entry.replace(b"Blad", b"Hol").replace(b'"7"', b'""')
    hollow = hollow.replace(b'rel:id="rId1"', relation)
    package = Package(inject(whole, {"xl/workbook.xml": xml.replace(entry, hollow + entry)}))
    assert package.sheet_names == ("Hol", "Blad")
    with pytest.raises(KeyError):
        package.sheet("Hol")
    assert package.add_sheet("Nieuw").address.sheet_id == "8"


def test_bytes_changed_at_random_give_a_workbook_error_or_a_workbook() -> None:
    whole, random = rich_workbook(), Random(7)
    outcomes = set()
    for _ in range(300):
        data = bytearray(whole)
        data[random.randrange(len(data))] = random.randrange(256)
        try:
            outcomes.add(Package(bytes(data)).sheet_names[0])
        except WorkbookError as error:
            outcomes.add(error.code)
    assert outcomes >= {"Taken", "truncated"}


def test_a_huge_xml_part_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Package(hand_made(sheet_xml('<row r="1"/>')))
    limit = "optimizer.workbook.xlsx.xml_document.MAX_XML"
    monkeypatch.setattr(limit, 50)
    with pytest.raises(WorkbookError) as caught:
        package.sheet("Blad")
    assert caught.value.code == "too-large"
    monkeypatch.setattr(limit, 5000)
    assert package.sheet("Blad").address.name == "Blad"


@pytest.mark.parametrize(("name", "code"), [("weg.xlsx", "not-found"), ("", "unreadable")])
def test_a_missing_file_or_a_folder_is_not_read(name: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        Package.open(tmp_path / name)
    assert caught.value.code == code


def test_an_unknown_sheet_is_a_key_error() -> None:
    package = Package(rich_workbook())
    with pytest.raises(KeyError):
        package.sheet("Onbekend")
    assert package.sheet("Taken") is package.sheet("Taken")


def test_saving_over_the_input_replaces_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(rich_workbook())
    path.chmod(0o640)
    package = Package.open(path)
    package.sheet("Taken").set("A2", "nieuw")
    package.save(path)
    assert path.read_bytes() == package.to_bytes()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_target_that_cannot_be_written_stays_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"oud")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use by Excel")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorkbookError) as caught:
        Package(rich_workbook()).save(path)
    assert (caught.value.code, caught.value.facts["path"]) == ("not-writable", path)
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_target_folder_is_not_writable(tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        Package(rich_workbook()).save(tmp_path / "weg" / "plan.xlsx")
    assert caught.value.code == "not-writable"


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_new_file_gets_ordinary_permissions(tmp_path: Path) -> None:
    Package(rich_workbook()).save(tmp_path / "nieuw.xlsx")
    (tmp_path / "gewoon").touch()
    modes = {entry.stat().st_mode for entry in tmp_path.iterdir()}
    assert len(modes) == 1
