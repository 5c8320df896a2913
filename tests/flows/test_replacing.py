"""Somebody drops out in the middle of a year: the rest is planned, and the others keep theirs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import run
from easy_books import PLAN_HEADER, Sheets, minimal, save
from openpyxl import load_workbook

from models.problem import ProblemData
from optimizer.cli.exits import Exit
from optimizer.flows.checking import check_workbook

ARGUMENTS = ("--vanaf", "2027-02-01", "--herhaalbaar", "--tijd", "5")


def book() -> Sheets:
    """Bas and Noor share T1; Mila has T3 alone, and is pinned to nothing; T2 is that of Bas."""
    sheets = minimal()
    sheets["Instellingen"] += [["schooljaar", "2026-2027"], ["blok_min", 4]]
    sheets["Scholen"] = [["code", "naam"], ["S1", "De Linde"]]
    sheets["Personen"] += [
        ["P2", "Bas Linde", "S1", "TICT", 4, 3],
        ["P3", "Mila Beuk", "S1", "TICT", 4, 3],
    ]
    sheets["Taken"] += [
        ["T2", "technisch", "Servers onderhouden", 60, "netwerk:2"],
        ["T3", "technisch", "Toestellen klaarmaken", 80, "netwerk:2"],
    ]
    sheets["Verdeling"] = [
        [*PLAN_HEADER, "wijziging"],
        ["T1", "", "S1", "P1", "verantwoordelijke", "ICT S1", 24, None],
        ["T1", "", "S1", "P2", "uitvoerder", "ICT S1", 16, "x"],
        ["T2", "", "S1", "P2", "verantwoordelijke", "ICT S1", 60, None],
        ["T3", "", "S1", "P3", "verantwoordelijke", "ICT S1", 80, None],
    ]
    return sheets


Change = Callable[[Sheets], object]


def replaced(
    folder: Path, *more: str, change: Change = lambda sheets: None
) -> tuple[str, ProblemData, Path]:
    """What is printed, what the copy says, and where it stands."""
    sheets = book()
    change(sheets)
    source, target = save(folder / "boek.xlsx", sheets), folder / "zonder.xlsx"
    before = source.read_bytes()
    done = run("vervang", source, "Bas", *ARGUMENTS, *more, "-o", target)
    assert done.code == Exit.DONE, done.err
    assert source.read_bytes() == before
    data = check_workbook(target).data
    assert data is not None
    return done.out, data, target


def hours(path: Path) -> dict[tuple[str, str], float]:
    rows = list(load_workbook(path)["Verdeling"].iter_rows(values_only=True))
    head = {name: place for place, name in enumerate(rows[0])}
    return {
        (str(row[head["taak nr"]]), str(row[head["persoon"]])): float(str(row[head["uren/jaar"]]))
        for row in rows[1:]
        if row[head["uren/jaar"]] and row[head["wijziging"]] != "weg"
    }


def test_her_work_goes_to_others_and_it_is_told_who_takes_it_over(tmp_path: Path) -> None:
    told, data, path = replaced(tmp_path)
    assert told.startswith(
        "Plan voor de rest van het schooljaar, vanaf 1/2/2027, zonder Bas Linde (P2).\n"
        "Bas Linde (P2) staat niet meer vast in Verdeling!H3.\n"
    )
    assert "  T1 (Netwerk bewaken): Noor Voorbeeld (P1) (" in told
    assert "  T2 (Servers onderhouden): Noor Voorbeeld (P1) (" in told
    assert "T3" not in told
    assert not any(person == "P2" for _, person in hours(path))
    bas = next(person for person in data.persons if person.code == "P2")
    assert str(bas.ends) == "2027-01-31"
    assert str(data.settings.plan_from) == str(data.previous_from) == "2027-02-01"


def test_who_shared_nothing_with_her_keeps_the_own_work(tmp_path: Path) -> None:
    _, _, path = replaced(tmp_path)
    # Half of the school days are left.
    assert {task: n for (task, person), n in hours(path).items() if person == "P3"} == {"T3": 40}


def test_the_copy_is_a_legal_input_whose_plan_is_not_scaled_again(tmp_path: Path) -> None:
    _, _, path = replaced(tmp_path)
    instance = check_workbook(path).usable()
    grains = {
        (key.task, person): n * instance.settings.grain
        for (key, person), n in instance.previous.items()
    }
    assert grains == hours(path)
    again = tmp_path / "opnieuw.xlsx"
    assert run("optimaliseer", path, "-o", again, "--herhaalbaar", "--stil").code == Exit.DONE


def test_somebody_new_gets_her_hours_and_her_work(tmp_path: Path) -> None:
    def with_new(sheets: Sheets) -> None:
        sheets["Personen"].append(["P4", "Nel Nieuw", "S1", "TICT", None, 3])

    told, data, path = replaced(tmp_path, "--door", "Nel", change=with_new)
    new = next(person for person in data.persons if person.code == "P4")
    assert new.ict_hours == 4 and str(new.begins) == "2027-02-01"
    assert hours(path)["T2", "P4"] > 0
    assert "T2 (Servers onderhouden): Nel Nieuw (P4) (" in told


def test_a_colleague_who_comes_instead_keeps_her_own_hours_and_work(tmp_path: Path) -> None:
    _, data, path = replaced(tmp_path, "--door", "Mila")
    mila = next(person for person in data.persons if person.code == "P3")
    assert mila.ict_hours == 4 and mila.begins is None
    found = hours(path)
    assert found["T3", "P3"] == 40 and found["T2", "P3"] > 0


def test_whoever_has_no_hours_any_more_but_is_pinned_can_be_replaced(tmp_path: Path) -> None:
    def without_hours(sheets: Sheets) -> None:
        sheets["Personen"][2][4] = 0

    told, _, _ = replaced(tmp_path, change=without_hours)
    assert "T2 (Servers onderhouden)" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Bas", "--vanaf", "morgen"), "morgen"),
        (("Bas", "--vanaf", "2027-02-01", "--door", "P2"), "niet zelf in de plaats"),
        (("Zoë", "--vanaf", "2027-02-01"), "Zoë"),
        (("Bas", "--vanaf", "gisteren"), "is geen datum. Typ ze zoals 2027-02-01 of 1/2/2027."),
    ],
)
def test_what_cannot_be_meant_is_refused(
    tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    source = save(tmp_path / "boek.xlsx", book())
    done = run("vervang", source, *arguments, "-o", tmp_path / "uit.xlsx")
    assert done.code == Exit.USAGE and told in done.err
    assert not (tmp_path / "uit.xlsx").exists()


@pytest.mark.parametrize(("day", "told"), [("2027-07-01", "1/7/2027"), ("2026-02-01", "1/2/2026")])
def test_a_date_outside_the_school_year_is_an_error_of_its_cell(
    tmp_path: Path, day: str, told: str
) -> None:
    source = save(tmp_path / "boek.xlsx", book())
    done = run("vervang", source, "Bas", "--vanaf", day, "-o", tmp_path / "uit.xlsx")
    assert done.code == Exit.INVALID
    assert told in done.err and not (tmp_path / "uit.xlsx").exists()
