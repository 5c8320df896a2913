"""From the empty template to a first plan: seven people, at most forty cells."""

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook
from small_school import TEMPLATE, Cells, put

from models.eligibility import role_word
from models.issues import has_errors
from models.vocabulary import RoleWord
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions

MOST_CELLS = 40
SCHOOL: Cells = {"A": "S1", "B": "De Linde", "D": 420, "F": 48, "G": 1}
PEOPLE: tuple[Cells, ...] = tuple(
    {"A": f"M{number}", "B": name, "C": "S1", "D": role, "H": hours}
    for number, (name, role, hours) in enumerate(
        [("Noor", "TICT", 20), ("Bram", "TICT", 10), ("Lies", "PICT", 12), ("Tom", "leraar", 3),
         ("Els", "leraar", 2), ("An", "directie", 4), ("Jan", "administratie", 6)],
        start=1,
    )
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = load_workbook(TEMPLATE)
    put(book, "Scholen", 4, SCHOOL)
    for row, person in enumerate(PEOPLE, start=4):
        put(book, "Personen", row, person)
    path = tmp_path_factory.mktemp("seven") / "school.xlsx"
    book.save(path)
    return path


def test_forty_cells_are_enough_for_a_plan_by_roles(filled: Path) -> None:
    assert len(SCHOOL) + sum(map(len, PEOPLE)) <= MOST_CELLS
    checked = check_workbook(filled)
    assert checked.data is not None
    assert not has_errors(checked.issues)
    data = checked.data
    answer = make_plan(data, SolveOptions(time_limit=300))  # proven in seconds; slow machines too
    tasks = {each.key: each.task for each in answer.instance.tasks}
    people = {each.code: each for each in data.persons}
    hours: Counter[RoleWord] = Counter()
    for (key, person), grains in answer.plan.hours_by_pair().items():
        hours[role_word(data, people[person].role, tasks[key].cluster)] += grains
    assert hours[RoleWord.NEVER] == 0
    assert hours[RoleWord.OWN] >= 0.7 * hours.total()
