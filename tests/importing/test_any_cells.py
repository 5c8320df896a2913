"""Whatever stands in a sheet: an import gives whole records or a refusal, never a crash."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet
from small_overview import Result, Value, imported

from models.errors import WorkbookError
from models.instance import build_instance
from models.validation import validate
from models.validation.unfilled import nobody_has_hours

WORDS = (
    "Taak", "Wie", "Nr", "Cluster", "Kerntaak", "Uren/jaar", "Back-up", "Technische taken",
    "Beleid & visie", "Firewall beheren", "Printers onderhouden", "Mediawijsheid", "x", "v", "B",
    "Lien Lindenhof", "Wout, Lien", "Totaal", "Legende", "x = uitvoerder", "extern", "iedereen",
    "T01", "1.2", "ja", "nee", "?", "=A1", "@Lien", "(", "()", " , ; / ", "\n", "·", "🙂", "GROEP",
    "Iets dat op niets lijkt en dat ook nog eens een heel eind doorgaat zonder punt of komma",
)  # fmt: skip
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.sampled_from(WORDS),
    st.integers(-3, 10**6),
    st.booleans(),
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=15),
)
ROWS = st.lists(st.lists(VALUES, max_size=6), max_size=14)
MERGES = st.lists(
    st.tuples(st.integers(1, 12), st.integers(1, 5), st.integers(0, 3), st.integers(0, 3)),
    max_size=2,
)
COLOURS = st.sampled_from(["FF7030A0", "FF92D050", None])


@given(ROWS, MERGES, st.lists(COLOURS, max_size=14), st.integers(0, 14))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cells(
    tmp_path: Path,
    rows: list[list[Value]],
    merges: list[tuple[int, int, int, int]],
    colours: list[str | None],
    struck: int,
) -> None:
    def style(sheet: Worksheet) -> None:
        for row, colour in enumerate(colours, start=1):
            if colour:
                sheet.cell(row, 1).fill = PatternFill("solid", fgColor=colour)
        if struck:
            sheet.cell(struck, 1).font = Font(strike=True)
        for top, left, height, width in merges:
            sheet.merge_cells(
                start_row=top, start_column=left, end_row=top + height, end_column=left + width
            )

    try:
        result = imported(tmp_path, rows, style)
    except WorkbookError as refusal:
        assert refusal.code == "no-tasks-found"
        return
    check_records(result)


def check_records(result: Result) -> None:
    """The records hold together, and only what a user must fill in is wrong with them."""
    data = result.data
    numbers = Counter(task.number for task in data.tasks)
    assert set(numbers.values()) == {1}
    assert all(task.title.strip() for task in data.tasks)
    assert all(person.name.strip() for person in data.persons)
    people = {person.code for person in data.persons} | {None}
    assert all(row.task in numbers and row.person in people for row in data.previous)
    assert all(row.kind and row.made and row.check for row in result.review)
    errors = {issue.code for issue in validate(data) if issue.severity == "error"}
    assert errors <= {"no-persons", "nobody-has-hours"}
    assert not data.persons or nobody_has_hours(build_instance(data))


@pytest.mark.parametrize("rows", [[], [[None]], [["Taak"]], [["Taak", "Wie"], [None, "Lien"]]])
def test_nothing_to_take_over(tmp_path: Path, rows: list[list[Value]]) -> None:
    with pytest.raises(WorkbookError) as caught:
        imported(tmp_path, rows)
    assert caught.value.code == "no-tasks-found"
