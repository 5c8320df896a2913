"""The plan of both examples on paper: groups of rows, a page per school, the same on a rerun."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import groupby
from pathlib import Path

import pytest
from answers import greedy_answer
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline
from openpyxl.worksheet.worksheet import Worksheet
from package_files import parts_of
from rich_workbook import part_of
from small_school import INPUTS, to_bytes
from written import OUTPUTS

from models.problem import GROUP
from optimizer.explain.answer import Row
from optimizer.flows.checking import check_workbook
from optimizer.report.tables import all_rows
from optimizer.workbook.write.writer import write_result

Change = Callable[[Workbook], None]
FIRST = 2
"""The first row of the plan on every output sheet of the examples."""


class Run:
    """A plan that was written into a workbook."""

    def __init__(self, source: Path, target: Path, tables: Mapping[str, list[Row]]) -> None:
        self.checked = check_workbook(source)
        self.target, self.tables = target, tables
        assert self.checked.data is not None
        self.written = write_result(self.checked.raw, self.checked.data, tables, target)

    @cached_property
    def book(self) -> Workbook:
        """What was written, read by openpyxl."""
        return load_workbook(self.target)

    def sheet(self, name: str) -> Worksheet:
        """One sheet of it."""
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def xml(self, name: str) -> bytes:
        """The part of a sheet."""
        content = self.target.read_bytes()
        return parts_of(content)[part_of(content, name)]

    def again(self, change: Change) -> "Run":
        """The same plan written over a copy that a user changed."""
        book = load_workbook(self.target)
        change(book)
        source = self.target.with_name("gewijzigd.xlsx")
        source.write_bytes(to_bytes(book))
        return Run(source, self.target.with_name("opnieuw.xlsx"), self.tables)


def planned(name: str, folder: Path) -> Run:
    """The greedy plan of an example."""
    source = INPUTS / f"voorbeeld_{name}.xlsx"
    data = check_workbook(source).data
    assert data is not None
    return Run(source, folder / "plan.xlsx", all_rows(greedy_answer(data)))


@pytest.fixture(scope="module", params=["school", "groep"])
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The plan of one of the two examples."""
    return planned(request.param, tmp_path_factory.mktemp("plan"))


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The plan of the example school, for runs on top of it."""
    return planned("school", tmp_path_factory.mktemp("school"))


def units(sheet: Worksheet) -> list[object]:
    """What stands in the first column below the headers."""
    return [cell.value for cell in sheet["A"][FIRST - 1 :] if cell.value is not None]


def depths(sheet: Worksheet) -> dict[int, int]:
    """The depth of every row that is in a group."""
    dimensions = sheet.row_dimensions.items()
    return {row: each.outlineLevel for row, each in dimensions if each.outlineLevel}


def sums_stand_above(sheet: Worksheet) -> bool:
    """Whether the sheet says that groups stand below the row that sums them up."""
    outline = sheet.sheet_properties.outlinePr
    return outline is not None and outline.summaryBelow is False


def test_every_school_begins_a_page(example: Run) -> None:
    sheet = example.sheet("Per school")
    found = units(sheet)
    starts = [row for row, unit in enumerate(found, FIRST) if found[row - FIRST - 1] != unit]
    assert [brk.id + 1 for brk in sheet.row_breaks.brk] == starts[1:]
    assert example.checked.data is not None
    codes = [school.code for school in example.checked.data.schools]
    assert [unit for unit, _ in groupby(found)] == [code for code in codes if code in found]


def test_the_groups_of_a_school_are_its_means_its_clusters_and_their_tasks(example: Run) -> None:
    sheet = example.sheet("Per school")
    found = depths(sheet)
    rows = list(sheet.iter_rows(min_row=FIRST, max_col=3, values_only=True))
    for number, (unit, task, item) in enumerate(rows, FIRST):
        if unit is not None:
            is_first = number == FIRST or rows[number - FIRST - 1][0] != unit
            assert found.get(number, 0) == (0 if is_first else 2 if task else 1), item
    assert sums_stand_above(sheet)
    assert sheet.sheet_format.outlineLevelRow == 2


def test_every_task_of_a_school_stands_on_its_page(example: Run) -> None:
    page = {(row[0], row[1]) for row in example.sheet("Per school").iter_rows(values_only=True)}
    plan = example.sheet("Verdeling").iter_rows(min_row=FIRST, values_only=True)
    assert {(row[3], row[0]) for row in plan} <= page


def test_who_works_at_several_schools_has_a_row_for_each(example: Run) -> None:
    sheet = example.sheet("Per persoon")
    found = depths(sheet)
    people = sheet.iter_rows(min_row=FIRST, max_col=5, values_only=True)
    rows = {number: (row[0], row[4]) for number, row in enumerate(people, FIRST) if row[0]}
    assert found == {number: 1 for number, (_, unit) in rows.items() if unit}
    numbers = Counter(person for person, unit in rows.values() if unit)
    assert all(number > 1 for number in numbers.values())
    assert bool(numbers) is (GROUP in units(example.sheet("Per school")))


def test_lists_can_be_filtered_down_to_their_last_row(example: Run) -> None:
    for name in OUTPUTS[:-1]:
        sheet = example.sheet(name)
        last = FIRST - 1 + len(units(sheet))
        assert str(sheet.auto_filter.ref).endswith(str(last)), name


def test_a_run_on_its_own_output_gives_the_same_sheets(example: Run) -> None:
    second = Run(example.target, example.target.with_name("tweede.xlsx"), example.tables)
    assert dict(second.written.certificate.cells) == {}
    assert [name for name in OUTPUTS if second.xml(name) != example.xml(name)] == []


def test_groups_and_breaks_that_the_user_moved_come_back(school: Run) -> None:
    def regroup(book: Workbook) -> None:
        sheet = book["Per school"]
        for row in range(FIRST, 40):
            sheet.row_dimensions[row].outlineLevel = row % 3
            sheet.row_dimensions[row].hidden = row % 3 == 2
        sheet.sheet_properties.outlinePr = Outline(summaryBelow=True)
        sheet.row_breaks.append(_break(17))

    before, after = school.sheet("Per school"), school.again(regroup).sheet("Per school")
    assert depths(after) == depths(before)
    assert not any(each.hidden for each in after.row_dimensions.values())
    assert sums_stand_above(after)
    assert [brk.id for brk in after.row_breaks.brk] == [brk.id for brk in before.row_breaks.brk]


def test_the_page_setup_of_the_user_stays(school: Run) -> None:
    def set_up(book: Workbook) -> None:
        setup = book["Per school"].page_setup
        setup.orientation, setup.scale, setup.paperSize = "landscape", 40, 9
        book["Per school"].page_margins.left = 1.5
        book["Verdeling"].row_breaks.append(_break(17))

    run = school.again(set_up)
    setup = run.sheet("Per school").page_setup
    assert (setup.orientation, setup.scale, setup.paperSize) == ("landscape", 40, 9)
    assert run.sheet("Per school").page_margins.left == 1.5
    assert [brk.id for brk in run.sheet("Verdeling").row_breaks.brk] == [17]


def test_a_sheet_without_task_numbers_shows_sums_alone(school: Run) -> None:
    def forget_tasks(book: Workbook) -> None:
        for row in book["Per school"].iter_rows(min_col=2, max_col=2):
            row[0].value = None

    before, after = school.sheet("Per school"), school.again(forget_tasks).sheet("Per school")
    sums = [row[2] for row in before.iter_rows(min_row=FIRST, values_only=True) if not row[1]]
    found = [row[2] for row in after.iter_rows(min_row=FIRST, values_only=True)]
    assert [item for item in found if item] == sums
    assert set(depths(after).values()) == {1}


def test_a_note_beside_a_task_of_a_school_moves_with_it(school: Run) -> None:
    sheet = school.sheet("Per school")
    rows = sheet.iter_rows(min_row=FIRST, max_col=2, values_only=True)
    tasks = [(number, row[1]) for number, row in enumerate(rows, FIRST) if row[1]]
    (line, task), (other, _) = tasks[3], tasks[-1]

    def note(book: Workbook) -> None:
        sheet = book["Per school"]
        sheet["M1"] = "voor de directie"
        for column in range(1, sheet.max_column):
            cells = sheet.cell(line, column), sheet.cell(other, column)
            cells[0].value, cells[1].value = cells[1].value, cells[0].value
        sheet.cell(other, 13).value = "bespreken"

    after = school.again(note).sheet("Per school")
    assert (after.cell(line, 2).value, after.cell(line, 13).value) == (task, "bespreken")


@pytest.mark.parametrize(("text", "shown"), [("2031-2032", "2031-2032"), ("R&D", "R&&D")])
def test_the_heading_follows_the_school_year(school: Run, text: str, shown: str) -> None:
    def next_year(book: Workbook) -> None:
        for row in book["Instellingen"].iter_rows(min_row=4, max_col=2):
            if row[0].value == "schooljaar":
                row[1].value = text
        book["Hiaten"].HeaderFooter.oddHeader.left.text = "Ons plan 2026-2027"

    run = school.again(next_year)
    start = "Verdeling ICT-taken, schooljaar "
    assert f"<oddHeader>&amp;L{start}{shown}&amp;R".replace("&&", "&amp;&amp;").encode() in (
        run.xml("Per school")
    )
    assert b"Ons plan 2026-2027" in run.xml("Hiaten")


def _break(row: int) -> Break:
    return Break(id=row)
