"""`taakverdeler bladen`: a sheet per person and per school, in PDF or Excel."""

import subprocess
from pathlib import Path

import pytest
from command_line import run
from machine import library, needs
from openpyxl import load_workbook
from small_school import small_school

from optimizer.cli.exits import Exit
from optimizer.explain.answer import Answer
from optimizer.flows.comparing import stored_answer
from optimizer.flows.papers import papers_of


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plannen")
    source, target = small_school(folder / "school.xlsx"), folder / "plan.xlsx"
    assert run("optimize", source, "-o", target, "--deterministic", "--quiet").code == Exit.DONE
    return target


@pytest.fixture(scope="module")
def answer(planned: Path) -> Answer:
    return stored_answer(planned)


def test_everybody_and_every_school_has_a_file_in_excel(
    planned: Path, answer: Answer, tmp_path: Path
) -> None:
    folder = tmp_path / "bladen"
    assert run("bladen", planned, "-o", folder, "--xlsx").code == Exit.DONE
    assert {path.stem for path in folder.iterdir()} == {p.stem for p in papers_of(answer)}
    assert len(list(folder.iterdir())) == len(answer.persons) + 2


def test_hours_on_paper_are_those_of_the_plan(
    planned: Path, answer: Answer, tmp_path: Path
) -> None:
    folder = tmp_path / "bladen"
    run("bladen", planned, "-o", folder, "--xlsx")
    for code, person in answer.persons.items():
        (path,) = folder.glob(f"{code}_*.xlsx")
        sheet = load_workbook(path).active
        assert sheet is not None
        rows = list(sheet.iter_rows(values_only=True))
        months = next((place for place, row in enumerate(rows) if row[0] == "maand"), len(rows))
        hours = [row[1] for row in rows[:months]
                 if len(row) > 1 and isinstance(row[1], int | float)]  # fmt: skip
        if len(rows) > months:
            by_month = [float(row[1] or 0) for row in rows[months + 1 :]]  # type: ignore[arg-type]
            assert abs(sum(by_month) - sum(hours)) < len(by_month) / 10, person.name
        mine = [grains for (_, who), grains in answer.worked.items() if who == code]
        assert sum(hours) == answer.hours(sum(mine)), person.name


def test_a_pdf_has_its_words_and_embeds_its_letters(planned: Path, tmp_path: Path) -> None:
    needs("pdftotext", "pdffonts")
    library("fpdf", "the extra ‘papieren’")
    folder = tmp_path / "bladen"
    assert run("bladen", planned, "-o", folder).code == Exit.DONE
    for path in folder.iterdir():
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout
        assert "uur" in text and "bladzijde 1 van" in text
        fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True).stdout
        assert fonts.count(" yes yes yes ") == len(fonts.splitlines()) - 2 > 0


def test_a_folder_with_files_is_left_alone(planned: Path, tmp_path: Path) -> None:
    (tmp_path / "oud.txt").write_text("blijft")
    assert run("bladen", planned, "-o", tmp_path).code == Exit.USAGE
    assert [path.name for path in tmp_path.iterdir()] == ["oud.txt"]


def test_an_agenda_tells_the_months_of_everybody_with_work(
    planned: Path, answer: Answer, tmp_path: Path
) -> None:
    library("icalendar", "the extra ‘papieren’")
    from icalendar import Calendar

    folder = tmp_path / "bladen"
    assert run("bladen", planned, "-o", folder, "--xlsx", "--agenda").code == Exit.DONE
    working = {code for _, code in answer.worked}
    found = {path.name.split("_")[0]: path for path in folder.glob("*.ics")}
    assert found.keys() == working
    for code, path in found.items():
        events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert len({str(event["uid"]) for event in events}) == len(events) >= 10
        first = events[0]
        assert first.decoded("dtstart").isoformat() == "2026-09-01"
        assert str(first["summary"]).startswith("ICT in september: ")
        numbers = {key.task for key, person in answer.worked if person == code}
        assert any(f"({number})" in str(first["description"]) for number in numbers)


def test_without_months_nobody_has_an_agenda(tmp_path: Path) -> None:
    source = small_school(
        tmp_path / "school.xlsx", lambda book: book["Instellingen"].__setitem__("B4", "dit jaar")
    )
    plan, folder = tmp_path / "plan.xlsx", tmp_path / "bladen"
    assert run("optimaliseer", source, "-o", plan, "--herhaalbaar", "--stil").code == Exit.DONE
    assert run("bladen", plan, "-o", folder, "--xlsx", "--agenda").code == Exit.DONE
    assert list(folder.glob("*.ics")) == []
