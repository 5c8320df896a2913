"""`taakverdeler stappen` on a terminal."""

import io
from pathlib import Path

import pytest
from command_line import Run, run
from small_school import small_school

from models.vocabulary import Mode
from optimizer.cli.exits import Exit
from optimizer.flows.checking import check_workbook
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.template.template import write_template


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What somebody types; the input ends after it."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return small_school(tmp_path / "school.xlsx")


def steps(source: Path, target: Path, *options: str) -> Run:
    return run("stappen", source, "-o", target, "--door", "Ann Linde", *options)


def test_the_questions_are_asked_until_the_way_ends(
    monkeypatch: pytest.MonkeyPatch, school: Path, tmp_path: Path
) -> None:
    typed(monkeypatch, "ja", "misschien", "nee")
    done = steps(school, tmp_path / "na.xlsx")
    assert done.code in (None, Exit.DONE), done.text
    assert "Ingesteld: Instellingen, modus: technische kern (eerst volledig)." in done.out
    assert "Stap 3" not in done.out
    data = check_workbook(tmp_path / "na.xlsx").usable().data
    assert data.settings.mode is Mode.TECHNICAL_CORE


def test_nothing_is_asked_twice_and_a_stop_keeps_what_was_answered(
    monkeypatch: pytest.MonkeyPatch, school: Path, tmp_path: Path
) -> None:
    typed(monkeypatch, "ja", "stop")
    steps(school, tmp_path / "half.xlsx")
    typed(monkeypatch, "ja")
    done = steps(tmp_path / "half.xlsx", tmp_path / "verder.xlsx")
    assert "Stap 1" not in done.out
    assert "Nog te beantwoorden: stap 3." in done.out


def test_a_question_can_be_asked_again(
    monkeypatch: pytest.MonkeyPatch, school: Path, tmp_path: Path
) -> None:
    typed(monkeypatch, "nee")
    steps(school, tmp_path / "eerst.xlsx")
    typed(monkeypatch, "ja", "stop")
    done = steps(tmp_path / "eerst.xlsx", tmp_path / "daarna.xlsx", "--stap", "1")
    assert "Teruggezet: Instellingen, modus: volledig (was technische kern)" in done.out


def test_schools_and_people_of_an_empty_workbook_are_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_template(tmp_path / "leeg.xlsx")
    school = ["De Els", "secundair", "100", "veel", "90", "12", "1", "40", "", "", ""]
    task_marks = ["ja", "nq", "n", "stop"]
    typed(monkeypatch, *school, "", *["ja"] * 3, "niet samen", *task_marks)
    done = steps(tmp_path / "leeg.xlsx", tmp_path / "na.xlsx")
    assert "‘veel’ is geen getal" in done.out
    data, _ = parse_workbook(read_workbook(tmp_path / "na.xlsx"))
    assert data is not None
    (els,) = data.schools
    assert (els.name, int(els.devices)) == ("De Els", 90)
    typed(monkeypatch, "nee", "ja", "Noor Voorbeeld", "TICT", "", "4", "", "", "", "", "ja", "ja")
    done = steps(tmp_path / "na.xlsx", tmp_path / "klaar.xlsx")
    assert "Alle vragen op uw weg zijn beantwoord." in done.out
    data, _ = parse_workbook(read_workbook(tmp_path / "klaar.xlsx"))
    assert data is not None
    (noor,) = data.persons
    assert (noor.name, str(noor.home), int(noor.ict_hours)) == ("Noor Voorbeeld", "S1", 4)


def test_without_questions_the_sheet_alone_is_carried_out(school: Path, tmp_path: Path) -> None:
    done = steps(school, tmp_path / "na.xlsx", "--niet-vragen")
    assert "Nog te beantwoorden: stap 1." in done.out


@pytest.mark.parametrize("options", [(), ("-o", "x.xlsx", "--in-bestand")])
def test_where_it_goes_must_be_said(school: Path, options: tuple[str, ...]) -> None:
    assert run("stappen", school, *options).code == Exit.USAGE
