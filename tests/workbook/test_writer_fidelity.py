"""A plan written into a workbook that its user made his own: what is not ours does not change."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from command_line import run
from openpyxl import Workbook, load_workbook
from package_files import parts_of
from rich_workbook import (
    DOUBLE,
    FOREIGN_PARTS,
    HOURS,
    PLAN_COLUMNS,
    RESULT_COLUMNS,
    SWAPPED,
    part_of,
    write_rich,
)
from written import OUTPUTS, opened, rows

from optimizer.cli.exits import Exit

CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"(?:[^>]*/>|[^>]*[^/]>.*?</c>|>.*?</c>)', re.DOTALL)
RANGE = re.compile(
    rb'(?:sqref|ref)="[A-Z0-9: ]*"|<row [^>]*>|</row>|<sheetData/>|</?sheetData>'
    rb'|\s*outlineLevelRow="\d"|<rowBreaks.*?</rowBreaks>'
)
pytestmark = pytest.mark.filterwarnings("ignore:Sparkline Group extension")
SCHOOL_RESULTS = frozenset("VW")
PLAN_TABLE = "xl/tables/table1.xml"


@dataclass(frozen=True)
class Trip:
    """A workbook before and after the plan was written into it."""

    source: Path
    target: Path

    @property
    def old(self) -> dict[str, bytes]:
        """Its parts before."""
        return parts_of(self.source.read_bytes())

    @property
    def new(self) -> dict[str, bytes]:
        """Its parts after."""
        return parts_of(self.target.read_bytes())

    def part(self, sheet: str) -> str:
        """The part of a sheet."""
        return part_of(self.source.read_bytes(), sheet)

    def sheet(self, name: str) -> tuple[bytes, bytes]:
        """The XML of a sheet, before and after."""
        return self.old[self.part(name)], self.new[self.part(name)]


@pytest.fixture(scope="module")
def trip(tmp_path_factory: pytest.TempPathFactory) -> Trip:
    folder = tmp_path_factory.mktemp("rijk")
    source, target = write_rich(folder / "mijn school.xlsx"), folder / "plan.xlsx"
    done = run("optimize", source, "-o", target, "--tijd", "2")
    assert done.code == Exit.DONE, done.text
    return Trip(source, target)


def without_ours(xml: bytes, columns: frozenset[str], header_row: int) -> bytes:
    """The sheet without the cells below the headers in some columns."""
    return CELL.sub(
        lambda m: b"" if m[1].decode() in columns and int(m[2]) > header_row else m[0], xml
    )


def foreign_cells(xml: bytes, columns: frozenset[str]) -> list[bytes]:
    """The raw cells outside our columns."""
    return [m[0] for m in CELL.finditer(xml) if m[1].decode() not in columns]


def test_only_our_parts_change(trip: Trip) -> None:
    old, new = trip.old, trip.new
    assert list(new) == list(old)
    ours = {trip.part(name) for name in ("Taken", "Scholen", "Jaar", *OUTPUTS)} | {
        "xl/workbook.xml",
        PLAN_TABLE,
    }
    assert {name for name in old if old[name] != new[name]} == ours
    assert all(new[name] == content for name, content in FOREIGN_PARTS.items())


def test_the_kinds_of_parts_are_really_there(trip: Trip) -> None:
    names = " ".join(trip.old)
    for part in ("charts/chart1", "drawings/drawing1", "comments", ".vml", "media", "vba"):
        assert part in names, part
    taken, _ = trip.sheet("Taken")
    assert b"x14:sparklineGroups" in taken
    assert b'hidden="1"' in taken


def test_the_schools_change_in_the_result_cells_alone(trip: Trip) -> None:
    old, new = trip.sheet("Scholen")
    assert old != new
    assert without_ours(new, SCHOOL_RESULTS, 3) == without_ours(old, SCHOOL_RESULTS, 3)


def test_the_task_list_changes_in_the_result_cells_alone(trip: Trip) -> None:
    old, new = trip.sheet("Taken")
    assert old != new
    assert without_ours(new, RESULT_COLUMNS, 3) == without_ours(old, RESULT_COLUMNS, 3)
    before, after = load_workbook(trip.source)["Taken"], load_workbook(trip.target)["Taken"]
    for row in range(4, before.max_row + 1):
        for column in RESULT_COLUMNS:
            cell = after[f"{column}{row}"]
            assert cell.style_id == before[f"{column}{row}"].style_id
    assert after[f"{DOUBLE}5"].value == f"={HOURS}5*2"
    assert after[f"{SWAPPED[0][0]}3"].value == "Toelichting"


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_sheet_keeps_all_but_its_rows_and_their_ranges(trip: Trip, name: str) -> None:
    old, new = trip.sheet(name)
    everything = frozenset(f"{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY")
    frames = [RANGE.sub(b"", without_ours(xml, everything, 0)) for xml in (old, new)]
    assert frames[0] == frames[1]
    headers = [CELL.findall(xml.split(b"</row>")[0]) for xml in (old, new)]
    assert headers[0] == headers[1]


def test_the_users_column_beside_the_plan_stays(trip: Trip) -> None:
    old, new = trip.sheet("Verdeling")
    assert foreign_cells(old, PLAN_COLUMNS)
    assert foreign_cells(new, PLAN_COLUMNS) == foreign_cells(old, PLAN_COLUMNS)


def test_the_table_and_the_formats_reach_the_last_row_of_the_plan(trip: Trip) -> None:
    sheet = load_workbook(trip.target)["Verdeling"]
    last = len(rows(opened(trip.target), "Verdeling")) + 1
    assert last > 50
    assert sheet.tables["PlanTabel"].ref == f"A1:M{last}"
    ranges = {str(each.sqref) for each in sheet.conditional_formatting}
    assert f"I2:I{last}" in ranges
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["K2:K600"]
    assert sheet.column_dimensions["B"].width == 61.5


def test_the_workbook_part_changes_in_the_calculation_and_the_filters(trip: Trip) -> None:
    part = "xl/workbook.xml"
    filters = re.compile(rb'<definedName name="_xlnm._FilterDatabase"[^>]*>[^<]*</definedName>')
    old, new = (filters.sub(b"", xml) for xml in (trip.old[part], trip.new[part]))
    calculation = re.compile(rb"<calcPr[^>]*/>")
    assert calculation.sub(b"", new) == calculation.sub(b"", old)
    assert b'fullCalcOnLoad="1"' in new


def _facts(book: Workbook) -> dict[str, tuple[object, ...]]:
    """What a user notices of each sheet besides its cells."""
    return {
        sheet.title: (
            sheet.sheet_state,
            {key: (d.width, d.hidden) for key, d in sheet.column_dimensions.items()},
            [key for key, d in sheet.row_dimensions.items() if d.hidden],
            [(v.type, v.formula1) for v in sheet.data_validations.dataValidation],
            len(sheet.conditional_formatting),
            (sheet.protection.sheet, sheet.protection.password),
            (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.orientation),
            {c.coordinate for row in sheet for c in row if c.comment},
            str(sheet.merged_cells),
        )
        for sheet in book.worksheets
    }


def test_an_independent_reader_sees_the_same_workbook_around_the_plan(trip: Trip) -> None:
    before, after = load_workbook(trip.source), load_workbook(trip.target)
    assert after.sheetnames == before.sheetnames
    assert _facts(after) == _facts(before)
    assert after.defined_names["MijnUren"].attr_text == before.defined_names["MijnUren"].attr_text
    assert after["Instellingen"].protection.sheet


def test_the_plan_stands_in_the_columns_that_were_moved(trip: Trip) -> None:
    tasks = [row for row in rows(opened(trip.target), "Taken") if "nr" in row]
    planned = [row for row in tasks if row.get("Uren gepland")]
    assert planned
    assert all(row.get("Verantwoordelijke") and row["Toelichting"] for row in planned)
    assert {row["cluster"] for row in tasks} == {
        "technisch", "pedagogisch-didactisch", "beleid & visie", "administratief",
    }  # fmt: skip
