"""The certificate: says what a write changed, and refuses what it may not change."""

import io
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256

import pytest
from package_files import MAIN, hand_made, parts_of, rich_workbook, sheet_xml

from models.errors import WorkbookError
from optimizer.workbook.audit.certificate import ChangeKind, certify
from optimizer.workbook.audit.owned import Owned, OwnedSheet
from optimizer.workbook.write.package import NewSheet, Package, Style

SHEET = "xl/worksheets/sheet1.xml"
OURS = Owned({"Taken": OwnedSheet(cells=frozenset({(2, 2), (3, 2), (9, 1)}))})
BEFORE = rich_workbook()


def written() -> bytes:
    """The rich workbook after a write in three cells of ours."""
    package = Package(BEFORE)
    for ref in ("B2", "B3", "A9"):
        package.sheet("Taken").set(ref, "plan")
    package.set_full_calc_on_load()
    return package.to_bytes()


AFTER = written()


def refusal(before: bytes, after: bytes, owned: Owned) -> tuple[object, object]:
    """The part that may not change, and what the certificate has against it."""
    with pytest.raises(WorkbookError) as refused:
        certify(before, after, owned)
    assert refused.value.code == "not-ours"
    return refused.value.facts["part"], refused.value.facts["detail"]


def test_it_counts_cells_and_parts_and_gives_hashes() -> None:
    found = certify(BEFORE, AFTER, OURS)
    old, new = parts_of(BEFORE), parts_of(AFTER)
    assert found.cells == {"Taken": 3}
    assert (found.parts, found.identical) == (len(new), len(new) - 1)
    assert found.input_hash == sha256(BEFORE).hexdigest()
    assert found.output_hash == sha256(AFTER).hexdigest()
    assert {change.part for change in found.changes} == {SHEET}
    for change in found.changes:
        assert change.kind is ChangeKind.CHANGED
        assert change.before == sha256(old[change.part]).hexdigest()
        assert change.after == sha256(new[change.part]).hexdigest()


def test_the_same_file_is_the_same() -> None:
    found = certify(BEFORE, BEFORE, Owned())
    assert (found.cells, found.changes, found.identical) == ({}, (), found.parts)


def test_a_text_that_is_stored_in_another_way_is_no_changed_cell() -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>a</t></si><si><r><t>pl</t></r><r><t>an</t></r></si></sst>'
    )
    rels = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/>'
    )
    rows = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    extra = {"xl/sharedStrings.xml": strings.encode()}
    before = hand_made(sheet_xml(rows), extra, rels_tail=rels)
    package = Package(before)
    package.sheet("Blad").set("A1", "plan")
    package.sheet("Blad").set("B1", 2.0)
    owned = Owned({"Blad": OwnedSheet(cells=frozenset({(1, 1), (1, 2)}))})
    assert certify(before, package.to_bytes(), owned).cells == {}
    package.sheet("Blad").set("A1", "plan B")
    assert certify(before, package.to_bytes(), owned).cells == {"Blad": 1}


def test_a_cell_that_is_not_ours_may_not_change() -> None:
    owned = Owned({"Taken": OwnedSheet(cells=frozenset({(2, 2), (3, 2)}))})
    assert refusal(BEFORE, AFTER, owned) == (SHEET, "cell")
    assert refusal(BEFORE, AFTER, Owned()) == (SHEET, "sheet")


def _in_sheet(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return _in_part(SHEET, old, new)


def _in_part(part: str, old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda after: repacked(after, {part: _replaced(parts_of(after)[part], old, new)})


def _replaced(content: bytes, old: bytes, new: bytes) -> bytes:
    assert content.count(old) >= 1, old
    return content.replace(old, new, 1)


def repacked(
    data: bytes,
    parts: Mapping[str, bytes | None],
    change: Callable[[zipfile.ZipInfo], None] = lambda info: None,
    comment: bytes = b"",
) -> bytes:
    """The package with members replaced, added or (None) left out; the rest as it was."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        target.comment = comment
        left = dict(parts)
        for info in source.infolist():
            content = left.pop(info.filename, source.read(info))
            change(info)
            if content is not None:
                target.writestr(info, content)
        for name, content in left.items():
            target.writestr(name, content or b"")
    return buffer.getvalue()


def _later(info: zipfile.ZipInfo) -> None:
    info.date_time = (2030, 1, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("harm", "detail"),
    [
        (_in_sheet(b"B3*2", b"B3*3"), "cell"),
        (_in_sheet(b"x14:sparkline>", b"x14:sparklinf>"), "changed: sparkline"),
        (_in_sheet(b'sqref="B2:B4"', b'sqref="B2:B5"'), "changed: conditionalFormatting"),
        (_in_sheet(b'<row r="4"', b'<row r="4" hidden="1"'), "row-form"),
        (_in_sheet(b'<row r="4"', b'<row r="5"'), "row-gone"),
        (_in_sheet(b'<row r="4"', b'<row r="3"'), "row-twice"),
        (_in_sheet(b"</sheetData>", b"<!-- dag --></sheetData>"), "between-rows"),
        (_in_sheet(b"</worksheet>", b"<oleObjects/></worksheet>"), "came: oleObjects"),
        (_in_sheet(b"</sheetData>", b"</sheetdata>"), "no-grid"),
        (_in_sheet(b"<is><t>plan</t></is>", b"<f>1+1</f>"), "formula"),
        (_in_part("xl/workbook.xml", b"$B$4", b"$B$5"), "changed: definedName"),
        (_in_part("xl/workbook.xml", b"Notities", b"Notitie"), "sheet-list"),
        (_in_part("xl/workbook.xml", b"<sheets>", b"<fileSharing/><sheets>"), "workbook"),
        (_in_part("xl/styles.xml", b"<fill>", b"<fill><patternFill/></fill><fill>"), "styles"),
        (_in_part("xl/tables/table1.xml", b"A1:D4", b"A1:D9"), "part"),
        (_in_part("[Content_Types].xml", b"<Default", b"<Override/><Default"), "entries"),
        (_in_part("docProps/app.xml", b"Excel", b"Eksel"), "part"),
        (_in_part("xl/vbaProject.bin", b"\x07", b"\x08"), "part"),
        (lambda after: repacked(after, {"xl/nieuw.xml": b"<a/>"}), "part-added"),
        (lambda after: repacked(after, {"xl/media/image1.png": None}), "part-gone"),
        (lambda after: repacked(after, {}, _later), "member-facts"),
        (lambda after: repacked(after, {}, comment=b"dag"), "order"),
        (lambda after: backwards(after), "order"),
        (lambda _: b"PK geen zip", "not-a-zip"),
    ],
)  # fmt: skip
def test_any_other_change_is_refused(harm: Callable[[bytes], bytes], detail: str) -> None:
    assert certify(BEFORE, repacked(AFTER, {}), OURS).cells == {"Taken": 3}
    assert refusal(BEFORE, harm(AFTER), OURS)[1] == detail


def backwards(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in reversed(parts_of(data).items()):
            target.writestr(name, content)
    return buffer.getvalue()


def test_the_format_of_a_cell_of_ours_may_not_change_on_a_sheet_of_the_user() -> None:
    package = Package(BEFORE)
    package.sheet("Taken").set("B2", 5, package.add_style(Style(bold=True)))
    after = package.to_bytes()
    owned = OwnedSheet(cells=frozenset({(2, 2)}))
    assert refusal(BEFORE, after, Owned({"Taken": owned})) == (SHEET, "format")
    refilled = OwnedSheet(cells=owned.cells, refilled=True)
    assert certify(BEFORE, after, Owned({"Taken": refilled})).cells == {"Taken": 1}


def test_a_sheet_may_only_be_added_when_it_is_expected() -> None:
    package = Package(BEFORE)
    style = package.add_style(Style(bold=True, fill="DDDDDD", number_format="0.00 €"))
    package.add_sheet("Hiaten", NewSheet(("taak", "uren"), (40, 10), style)).set("A2", "netwerk")
    after = package.to_bytes()
    assert refusal(BEFORE, after, Owned()) == ("", "sheet-added")
    found = certify(BEFORE, after, Owned(addable=frozenset({"Hiaten"})))
    assert found.cells == {"Hiaten": 3}
    assert found.changes[-1].kind is ChangeKind.ADDED
    assert found.changes[-1].before == ""


SHARED = (
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>1</v></c></row>'
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>8</v></c></row>'
)
CHAIN_REL = (
    '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/calcChain" Target="calcChain.xml"/>'
)
CHAIN_TYPE = '<Override PartName="/xl/calcChain.xml" ContentType="calc+xml"/>'


def chained(entries: str) -> bytes:
    chain = f'<calcChain xmlns="{MAIN}">{entries}</calcChain>'.encode()
    extra = {"xl/calcChain.xml": chain}
    return hand_made(sheet_xml(SHARED), extra, rels_tail=CHAIN_REL, types_tail=CHAIN_TYPE)


def overwritten(before: bytes) -> bytes:
    package = Package(before)
    package.sheet("Blad").set("B1", 5)
    return package.to_bytes()


MASTER = Owned({"Blad": OwnedSheet(cells=frozenset({(1, 2)}))})


def test_a_shared_formula_may_be_written_out_when_its_master_is_ours() -> None:
    before = chained('<c r="B1" i="7"/><c r="B2"/>')
    after = overwritten(before)
    assert certify(before, after, MASTER).cells == {"Blad": 1}
    dependant = Owned({"Blad": OwnedSheet(cells=frozenset({(2, 2)}))})
    assert refusal(before, after, dependant) == (SHEET, "cell")
    other_value = parts_of(after)[SHEET].replace(b"<v>8</v>", b"<v>9</v>")
    assert refusal(before, repacked(after, {SHEET: other_value}), MASTER) == (SHEET, "cell")


def test_the_calculation_chain_loses_our_cells_and_no_others() -> None:
    before = chained('<c r="B1" i="7"/><c r="B2"/>')
    after = overwritten(before)
    part = "xl/calcChain.xml"
    assert part in {change.part for change in certify(before, after, MASTER).changes}
    emptied = repacked(after, {part: f'<calcChain xmlns="{MAIN}"/>'.encode()})
    assert refusal(before, emptied, MASTER) == (part, "calculation-chain")


def test_an_empty_calculation_chain_may_go_and_is_named_as_removed() -> None:
    before = chained('<c r="B1" i="7"/>')
    found = certify(before, overwritten(before), MASTER)
    kinds = {change.part: change.kind for change in found.changes}
    assert kinds["xl/calcChain.xml"] is ChangeKind.REMOVED
    assert found.parts == len(parts_of(overwritten(before)))
    assert found.identical == found.parts - len(kinds) + 1


NOTES = (
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>0</v></c></row>'
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2" t="inlineStr"><is><t>bel An</t></is></c></row>'
)
REFILLED = Owned({
    "Blad": OwnedSheet(columns=frozenset({1}), first_row=2, notes=frozenset({2}), refilled=True)
})  # fmt: skip


def test_a_note_of_the_user_may_move_but_not_get_lost() -> None:
    before = hand_made(sheet_xml(NOTES))
    package = Package(before)
    package.sheet("Blad").set("B2", None)
    package.sheet("Blad").copy((2, 2), (5, 2))
    assert certify(before, package.to_bytes(), REFILLED).cells == {"Blad": 2}
    package.sheet("Blad").set("B5", "eerst dit\nbel An")
    assert certify(before, package.to_bytes(), REFILLED).cells == {"Blad": 2}
    package.sheet("Blad").set("B5", "bel")
    assert refusal(before, package.to_bytes(), REFILLED) == (SHEET, "note-lost")


def test_the_header_of_a_refilled_sheet_is_not_ours() -> None:
    before = hand_made(sheet_xml(NOTES))
    package = Package(before)
    package.sheet("Blad").set("A1", "titel")
    assert refusal(before, package.to_bytes(), REFILLED) == (SHEET, "cell")


FRAME = (
    '<autoFilter ref="A1:B2"><filterColumn colId="0"><filters/></filterColumn></autoFilter>'
    '<conditionalFormatting sqref="A2"/>'
)


@pytest.mark.parametrize(
    ("old", "new", "is_fine"),
    [
        (b"A1:B2", b"A1:B90", True),
        (b"A1:B2", b"A1:C2", False),
        (b"A1:B2", b"A2:B2", False),
        (b'sqref="A2"', b'sqref="A2:A9"', True),
        (b'sqref="A2"', b'sqref="B2"', False),
        (b'<filterColumn colId="0"><filters/></filterColumn>', b"", True),
        (b'<conditionalFormatting sqref="A2"/>', b"", False),
        (b"<sheetData>", b'<sheetPr><outlinePr summaryBelow="0"/></sheetPr><sheetData>', True),
        (b"<sheetData>", b"<sheetProtection/><sheetData>", False),
        (b'<row r="2"', b'<row r="2" ht="30" outlineLevel="1"', True),
        (b'<row r="1"', b'<row r="1" ht="30"', False),
    ],
)
def test_ranges_of_a_refilled_sheet_may_reach_another_row(
    old: bytes, new: bytes, is_fine: bool
) -> None:
    before = hand_made(sheet_xml(NOTES, after=FRAME))
    after = repacked(before, {SHEET: _replaced(parts_of(before)[SHEET], old, new)})
    if is_fine:
        assert certify(before, after, REFILLED).parts == 5
    else:
        assert refusal(before, after, REFILLED)[0] == SHEET


def test_a_message_holds_no_content() -> None:
    with pytest.raises(WorkbookError) as refused:
        certify(BEFORE, AFTER, Owned())
    assert "plan" not in str(refused.value)
