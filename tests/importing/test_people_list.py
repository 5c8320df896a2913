"""A list of people beside the tasks: names in full, roles and hours."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_overview import Result, Rows, book_of, found_in

from models.vocabulary import Role

TASKS: Rows = [
    ("Taak", "Wie"), ("Firewall beheren", "Jan"), ("Leerkrachten begeleiden", "Sofie, T. Claes"),
    ("Facturen controleren", "EL"), ("Directie adviseren", "An (dir)"), ("Printers", "Vermeulen"),
]  # fmt: skip
PEOPLE: Rows = [
    ("naam", "statuut", "u/week ICT"), ("Jan Verstraete", "TICT", "19"),
    ("Sofie De Smet", "BPT", 6), ("Tom Claes", "PICT", "1,5"), ("Els Lambrechts", "secr.", 2),
    ("An Vermeulen", "dir", None),
]  # fmt: skip


def with_people(folder: Path, people: Rows) -> Result:
    return found_in(book_of(folder / "bron.xlsx", {"Taken": TASKS, "uren": people}))


def test_names_roles_and_hours_are_taken_over(tmp_path: Path) -> None:
    result = with_people(tmp_path, PEOPLE)
    found = {p.name: p for p in result.data.persons}
    assert [person.role for person in found.values()] == [
        Role.TECHNICAL_COORDINATOR, Role.TEACHER, Role.PEDAGOGICAL_COORDINATOR,
        Role.ADMINISTRATION, Role.DIRECTOR,
    ]  # fmt: skip
    assert found["Jan Verstraete"].ict_hours == 19
    assert found["Tom Claes"].ict_hours == Decimal("1.5")
    assert found["Sofie De Smet"].bpt_hours == 6
    assert found["Els Lambrechts"].other_hours == 2
    assert {who for _, who, _ in result.crosses()} == set(found)
    assert result.says("Een lijst van mensen")


@pytest.mark.parametrize("header", [("Naam", "Telefoon"), ("Toestel", "Lokaal")])
def test_other_lists_are_no_list_of_people(tmp_path: Path, header: tuple[str, str]) -> None:
    rows = [header, ("Wout", "050 00 00 00"), ("Lien", "050 00 00 01")]
    result = with_people(tmp_path, rows)
    assert "Wout" not in result.names
    assert [row.kind for row in result.points("uren")] == ["blad"]


def test_a_question_mark_behind_a_name_is_reported(tmp_path: Path) -> None:
    rows: Rows = [("Taak", "Wie"), ("Firewall beheren", "Jan?"), ("Printers", "Jan")]
    result = found_in(book_of(tmp_path / "bron.xlsx", {"Taken": rows}))
    assert result.names == ["Jan"]
    assert result.says("Gelezen als Jan, met een vraagteken.")
