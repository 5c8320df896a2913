"""`optimaliseer` on a small school: what it prints, what it writes, and as JSON."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from command_line import Run, run
from pytest import MonkeyPatch
from small_school import small_school
from written import OUTPUTS, level_values, opened, plan_lines, rows, summary

from models.errors import VerificationError
from models.level_units import read_value
from models.result import Result
from models.settings import Level
from optimizer.cli.exits import Exit
from optimizer.flows import pipeline
from optimizer.workbook import labels
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS


@dataclass(frozen=True)
class Done:
    """A finished run, and the file that it wrote."""

    run: Run
    source: Path
    target: Path


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    folder = tmp_path_factory.mktemp("klein")
    source = small_school(folder / "school.xlsx")
    return Done(run("optimaliseer", source), source, folder / "school_plan.xlsx")


def test_six_lines_tell_the_result(done: Done) -> None:
    assert done.run.code == Exit.DONE
    status, levels, *coverage = done.run.out.splitlines()
    assert status.startswith("Status: bewezen optimaal, na ")
    told = [word for level, word in labels.LEVELS.items() if level is not Level.UNIQUENESS]
    assert all(f"{word} " in levels for word in told)
    assert levels.count("(bewezen)") == len(told)
    assert "kern 0 uur" in levels
    assert coverage == [
        "Dekking technisch: 100,0 % (100 van 100 uur)",
        "Dekking pedagogisch-didactisch: 100,0 % (40 van 40 uur)",
        "Dekking beleid & visie: – (0 van 0 uur)",
        "Dekking administratief: 72,0 % (72 van 100 uur)",
    ]


def test_the_file_stands_beside_the_input_under_its_default_name(done: Done) -> None:
    assert done.run.err.startswith(f"{done.target} is geschreven")
    assert sorted(done.source.parent.iterdir()) == [done.source, done.target]
    assert "\r" not in done.run.err


def test_the_plan_in_full(done: Done) -> None:
    lines = plan_lines(opened(done.target))
    found = {key: (r["naam"], r.get("bron"), r.get("uren/jaar")) for key, r in lines.items()}
    assert found == {
        ("T1", "P1", "verantwoordelijke"): ("Noor Voorbeeld", "ICT S1", 40),
        ("T1", "P2", "back-up"): ("Bram Denkbeeld", None, None),
        ("T2", "P1", "verantwoordelijke"): ("Noor Voorbeeld", "ICT S1", 60),
        ("D1", "P2", "verantwoordelijke"): ("Bram Denkbeeld", "BPT S1", 40),
        ("A1", "P3", "verantwoordelijke"): ("Lies Verzonnen", "ANDERE S1", 72),
    }
    assert not any("vast" in line or "wijziging" in line for line in lines.values())


def test_the_result_columns_of_the_tasks(done: Done) -> None:
    tasks = {row["nr"]: row for row in rows(opened(done.target), "Taken") if "nr" in row}
    found = {
        number: tuple(row.get(key) for key in ("Verantwoordelijke", "Back-up", "Uren gepland"))
        for number, row in tasks.items()
    }
    assert found == {
        "T1": ("Noor Voorbeeld", "Bram Denkbeeld", 40),
        "T2": ("Noor Voorbeeld", None, 60),
        "D1": ("Bram Denkbeeld", None, 40),
        "A1": ("Lies Verzonnen", None, 72),
    }
    assert tasks["A1"]["Dekking %"] == 72
    assert tasks["T1"]["Toelichting"] == "volledig gedekt"


def test_every_output_sheet_is_filled(done: Done) -> None:
    book = opened(done.target)
    assert all(rows(book, sheet) for sheet in OUTPUTS)
    (gap,) = rows(book, "Hiaten")
    assert (gap["taak nr"], gap["tekort"]) == ("A1", 28)
    assert [row["uren gepland"] for row in rows(book, "Per persoon")] == [100, 40, 72]
    planned = {row["onderdeel"]: row.get("gepland") for row in rows(book, "Per school")}
    clusters = ("Kleine school De Els", *labels.CLUSTERS.values())
    assert [planned[name] for name in clusters] == [212, 100, 40, 0, 72]
    assert summary(book)["status"]["waarde"] == "bewezen optimaal"
    assert len(level_values(book)) == len(Level) - 1


def test_json_holds_every_number(done: Done, tmp_path: Path) -> None:
    told = run("optimaliseer", done.source, "-o", tmp_path / "plan.xlsx", "--json")
    document = json.loads(told.out)
    assert told.code == Exit.DONE
    assert [level["level"] for level in document["levels"]] == list(Level)
    values = {
        f"doel {labels.LEVELS[each['level']]}": float(
            read_value(Level(each["level"]), each["value"], 4)
        )
        for each in document["levels"]
        if each["level"] != Level.UNIQUENESS
    }
    assert values == level_values(opened(done.target))
    assert all(each["bound"] == each["value"] and each["proven"] for each in document["levels"])
    assert (document["status"], document["interrupted"]) == ("optimal", False)
    assert document["issues"] == []
    assert sum(line["hours"] for line in document["plan"]["hours"]) == 212
    assert document["output"]["path"] == str(tmp_path / "plan.xlsx")
    assert {sheet.key for sheet in OUTPUT_SHEETS} <= document["tables"].keys()


@pytest.mark.parametrize("options", [["--stil"], ["--stil", "--json"]])
def test_quiet_says_nothing_but_what_was_asked(
    done: Done, options: list[str], tmp_path: Path
) -> None:
    told = run("optimaliseer", done.source, "-o", tmp_path / "plan.xlsx", *options)
    assert (told.code, told.err) == (Exit.DONE, "")
    assert bool(told.out) == ("--json" in options)
    assert opened(tmp_path / "plan.xlsx").sheetnames == opened(done.target).sheetnames


def test_seed_and_time_of_the_command_line_go_before_the_workbook(
    done: Done, tmp_path: Path
) -> None:
    target = tmp_path / "plan.xlsx"
    assert run("optimaliseer", done.source, "-o", target, "--tijd", "45.5", "--zaad", "7").code == 0
    made_of = summary(opened(target))
    assert (made_of["zaad"]["waarde"], made_of["tijdslimiet"]["waarde"]) == (7, 45.5)
    assert made_of["instelling zaad"]["waarde"] == 1


def test_an_output_sheet_that_is_missing_is_added(done: Done, tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", lambda book: book.remove(book["Hiaten"]))
    assert run("optimaliseer", source).code == Exit.DONE
    book = opened(tmp_path / "school_plan.xlsx")
    assert book.sheetnames == [*opened(source).sheetnames, "Hiaten"]
    assert rows(book, "Hiaten") == rows(opened(done.target), "Hiaten")


def test_formulas_are_calculated_anew_when_the_file_opens(done: Done) -> None:
    assert opened(done.target).calculation.fullCalcOnLoad


def test_a_second_opinion_is_told_everywhere(tmp_path: Path) -> None:
    source, target = small_school(tmp_path / "school.xlsx"), tmp_path / "plan.xlsx"
    done = run("optimaliseer", source, "-o", target, "--herhaalbaar", "--tweede-mening")
    assert done.code == Exit.DONE
    asked = [level for level in Level if level is not Level.UNIQUENESS]
    told = " · ".join(f"{labels.LEVELS[level]} bevestigd" for level in asked)
    assert f"Tweede mening: {told}" in done.out.splitlines()
    found = summary(opened(target))
    for level in asked:
        assert found[f"tweede mening {labels.LEVELS[level]}"]["waarde"] == "bevestigd"


def test_a_contradicted_proof_writes_nothing(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    def refuted(*_: object) -> Result:
        raise VerificationError(["coverage: proven 12, but a second opinion found 11"])

    monkeypatch.setattr(pipeline, "with_opinions", refuted)
    source, target = small_school(tmp_path / "school.xlsx"), tmp_path / "plan.xlsx"
    done = run("optimaliseer", source, "-o", target, "--herhaalbaar", "--tweede-mening")
    assert done.code == Exit.INTERNAL
    assert "Fouten melden" in done.err
    assert "coverage: proven 12, but a second opinion found 11" in done.err
    assert done.out == ""
    assert not target.exists()
