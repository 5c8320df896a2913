"""Letting go of everything that holds one person: what others are pinned on stays."""

from pathlib import Path

import pytest
from command_line import run
from easy_books import DEVIATIONS_HEADER, PLAN_HEADER, Sheets, minimal, save

from models.problem import PersonCode
from models.vocabulary import DeviationKind
from optimizer.cli.exits import Exit
from optimizer.flows.checking import check_workbook
from optimizer.flows.releasing import Released, release_pins

BAS, NOOR = PersonCode("P2"), PersonCode("P1")


def book() -> Sheets:
    """Bas has no hours any more, but is pinned everywhere; Noor is pinned once."""
    sheets = minimal()
    sheets["Personen"].append(["P2", "Bas Linde", "S1", "TICT", 0, 3])
    sheets["Taken"] += [[f"T{n}", "technisch", f"Taak {n}", 20, None] for n in range(2, 6)]
    sheets["Uitzonderingen"] = [
        DEVIATIONS_HEADER,
        ["T2", None, "P2", "vast", 8],
        ["T2; T3", None, "P2; P1", "vast", 8],
        ["T4", None, "P2", "nooit"],
        ["T5", None, "P1", "verantwoordelijke"],
    ]
    sheets["Verdeling"] = [
        PLAN_HEADER,
        ["T1", "", "S1", "P2", "uitvoerder", "ICT S1", 8, "x"],
        ["T1", "", "S1", "P1", "verantwoordelijke", "ICT S1", 8, "x"],
        ["T1", "", "S1", "P2", "back-up", None, None, "x"],
        ["T5", "", "S1", "P2", "uitvoerder", "ICT S1", 8, None],
    ]
    return sheets


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return save(tmp_path / "boek.xlsx", book())


def test_one_error_names_every_place_and_the_way_out(source: Path) -> None:
    told = run("controleer", source).out
    errors = [line for line in told.splitlines() if line.startswith("FOUT")]
    assert errors == [
        "FOUT  Personen!E3: Bas Linde (P2) heeft geen uren, maar staat nog vast in "
        "Uitzonderingen!C2 en C3, en Verdeling!H2. Vul de uren in, of verdeel dat werk: "
        "‘taakverdeler vervang WERKBOEK P2 --vanaf DATUM -o UIT.xlsx’ maakt die rijen los en plant "
        "de rest van het jaar; ‘taakverdeler losmaken WERKBOEK P2 -o UIT.xlsx’ maakt ze alleen los."
    ]


def test_only_what_pins_her_is_let_go(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "los.xlsx"
    done = release_pins(check_workbook(source), BAS, target)
    assert sorted(map(str, done.cells)) == [
        "Uitzonderingen!C3", "Uitzonderingen!D2", "Verdeling!H2", "Verdeling!H4",
    ]  # fmt: skip
    after = check_workbook(target)
    assert after.is_usable, after.issues
    assert after.data is not None
    pins = [(each.task, each.person) for each in after.data.deviations
            if each.kind is not DeviationKind.BAN]  # fmt: skip
    assert pins == [("T2", "P1"), ("T3", "P1"), ("T5", "P1")]
    assert [(row.person, row.pinned) for row in after.data.previous] == [
        ("P2", False), ("P1", True), ("P2", False), ("P2", False),
    ]  # fmt: skip


def test_nothing_is_written_when_nothing_holds_her(tmp_path: Path) -> None:
    source = save(tmp_path / "boek.xlsx", minimal())
    assert release_pins(check_workbook(source), NOOR, tmp_path / "los.xlsx") == Released((), None)
    assert not (tmp_path / "los.xlsx").exists()


def test_the_command_takes_a_name(source: Path, tmp_path: Path) -> None:
    before, target = source.read_bytes(), tmp_path / "los.xlsx"
    done = run("losmaken", source, "Bas", "-o", target)
    assert done.code == Exit.DONE, done.text
    assert done.out == (
        "Bas Linde (P2) staat niet meer vast in Uitzonderingen!D2 en C3, en Verdeling!H2 en H4.\n"
    )
    assert "alleen deze cellen zijn gewijzigd" in done.err
    assert source.read_bytes() == before
    assert run("controleer", target).code == Exit.DONE
    nobody = run("losmaken", source, "Mila", "-o", tmp_path / "x.xlsx")
    assert (nobody.code, "bestaat niet" in nobody.err) == (Exit.USAGE, True)
