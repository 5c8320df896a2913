"""A school filled in as users do: every mistake is told once, by its cause, and nothing more."""

from pathlib import Path

import pytest
from command_line import run
from openpyxl import load_workbook
from small_school import EXAMPLE, setting

from optimizer.cli.exits import Exit

CLEAN = "0 fouten, "


def school(path: Path, **cells: str | float | None) -> Path:
    """The example school with other values in some cells, named as `Personen_F4`."""
    book = load_workbook(EXAMPLE)
    for place, value in cells.items():
        sheet, _, cell = place.rpartition("_")
        book[sheet][cell] = value
    book.save(path)
    return path


def told(source: Path) -> list[str]:
    """What `controleer` says of a workbook, line by line."""
    return run("controleer", source).out.splitlines()


def errors(source: Path) -> list[str]:
    """The cells of its errors."""
    lines = [line for line in told(source) if line.startswith("FOUT  ")]
    return [line.removeprefix("FOUT  ").split(": ")[0] for line in lines]


def test_one_unreadable_cell_is_one_message(tmp_path: Path) -> None:
    """The hours of the one who can do most: without them nobody would be paid for forty tasks."""
    before = [line for line in told(EXAMPLE) if line.startswith("LET OP")]
    source = school(tmp_path / "school.xlsx", Personen_F4="19u")
    assert errors(source) == ["Personen!F4"]
    after = [line for line in told(source) if line.startswith("LET OP")]
    new = [line for line in after if line not in before]
    assert new == [
        "LET OP  Andere controles hangen van deze fouten af; die volgen als ze verbeterd zijn."
    ]


def test_words_that_users_use_are_understood(tmp_path: Path) -> None:
    source = school(
        tmp_path / "school.xlsx",
        Scholen_C4="secundair onderwijs",
        Personen_C5="De Wilg",
        Personen_D8="directeur",
        Personen_D12="leerkracht",
        Personen_D7="secretariaat",
    )
    assert told(source) == told(EXAMPLE)


def test_everything_that_a_user_must_answer_is_asked_in_one_round(tmp_path: Path) -> None:
    source = school(
        tmp_path / "school.xlsx",
        Scholen_E4="590 laptops",
        Personen_F4="18u",
        Personen_E4="bachelor",
        Personen_E5="graduaat",
        Personen_M12="x",
        Uitzonderingen_A4="Helpdesk",
        Uitzonderingen_E4="4u/week",
    )
    assert errors(source) == [
        "Scholen!E4", "Personen!F4", "Personen!E5", "Personen!M12", "Uitzonderingen!E4",
        "Uitzonderingen!A4", setting("punten_bachelor"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("task", "person"),
    [
        ("T27; T28", "M04; M05"),
        ("technisch", "Greet Hazelaar"),
        ("P*", "Greet"),
        ("Helpdesk eerste lijn bemannen", "M0?"),
    ],
)
def test_lists_names_clusters_and_patterns_in_exceptions(
    task: str, person: str, tmp_path: Path
) -> None:
    source = school(
        tmp_path / "school.xlsx",
        Uitzonderingen_A12=task,
        Uitzonderingen_C12=person,
        Uitzonderingen_D12="voorkeur",
        Uitzonderingen_E12=-1,
    )
    lines = told(source)
    assert lines[-1].startswith(CLEAN)
    assert not [line for line in lines if "Uitzonderingen!" in line]
    assert run("controleer", source).code == Exit.DONE
