"""`--json`: standard output is one document, whatever happens to the command."""

import json
import sys
from pathlib import Path

import pytest
from broken_workbooks import BROKEN
from command_line import Run, run
from openpyxl import Workbook
from small_school import small_school

from models.errors import NoSolutionError
from optimizer.cli.exits import Exit
from optimizer.cli.main import main
from optimizer.flows import checking

WITH_JSON = [
    name
    for name, command in main.commands.items()
    if any("--json" in parameter.opts for parameter in command.params)
]
QUESTION = {"verklaar": ["--persoon", "P1"]}
QUICK = {"optimaliseer", "verklaar", "advies", "reeks"}
"""Commands that make a plan, and take a time limit."""


def asked(name: str, source: Path) -> Run:
    """A command with `--json` on a workbook."""
    words: list[str | Path] = [name, *QUESTION.get(name, []), "--json"]
    if name in QUICK:
        words += ["--tijd", "2"]
    if name in ("optimaliseer", "reeks"):
        words += ["-o", source.parent / f"uit{source.suffix if name == 'optimaliseer' else ''}"]
    return run(*words, *([] if name == "versies" else [source]))


def error_of(told: Run, code: Exit) -> dict[str, object]:
    """The document of a refusal, which says what standard error says."""
    document = json.loads(told.out)
    assert document.keys() == {"schema", "error"}
    error: dict[str, object] = document["error"]
    assert (told.code, error["exit_code"]) == (code, code)
    assert str(error["message"]) in told.err
    return error


def test_the_commands_with_json_are_known() -> None:
    assert {"controleer", "versies"} | QUICK <= set(WITH_JSON)


@pytest.mark.parametrize("name", WITH_JSON)
def test_a_result_is_one_document(name: str, tmp_path: Path) -> None:
    told = asked(name, small_school(tmp_path / "school.xlsx"))
    assert told.code == Exit.DONE, told.err
    assert "error" not in json.loads(told.out)


@pytest.mark.parametrize("name", [name for name in WITH_JSON if name not in ("versies", "reeks")])
def test_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    error = error_of(asked(name, tmp_path / "weg.xlsx"), Exit.USAGE)
    assert error["code"] == "usage"
    assert "weg.xlsx’ bestaat niet" in str(error["message"])


@pytest.mark.parametrize("name", WITH_JSON)
def test_an_option_that_does_not_exist(name: str) -> None:
    told = run(name, "--json", "--geen-optie")
    assert "--geen-optie" in str(error_of(told, Exit.USAGE)["message"])


@pytest.mark.parametrize("name", [name for name in WITH_JSON if name not in ("versies", "reeks")])
def test_a_file_that_is_no_workbook(name: str, tmp_path: Path) -> None:
    source = tmp_path / "tekst.xlsx"
    source.write_text("geen werkboek")
    assert error_of(asked(name, source), Exit.INVALID)["code"] == "not-a-workbook"


@pytest.mark.parametrize("name", ["optimaliseer", "verklaar", "advies"])
def test_errors_in_the_workbook_are_listed_with_their_cells(name: str, tmp_path: Path) -> None:
    (broken,) = [each for each in BROKEN if each.where == "Taken!B5"]
    error = error_of(asked(name, small_school(tmp_path / "stuk.xlsx", broken.change)), Exit.INVALID)
    assert error["code"] == "invalid"
    issues = error["issues"]
    assert isinstance(issues, list)
    assert [issue["cell"] for issue in issues if issue["severity"] == "error"] == ["Taken!B5"]


def test_a_series_that_cannot_begin(tmp_path: Path) -> None:
    told = run("reeks", tmp_path / "*.xlsx", "-o", tmp_path / "uit", "--json")
    assert error_of(told, Exit.USAGE)["code"] == "no-match"


def test_what_is_proven_impossible(tmp_path: Path) -> None:
    error = error_of(asked("optimaliseer", impossible(tmp_path)), Exit.INFEASIBLE)
    assert error["code"] == "infeasible"


def impossible(folder: Path) -> Path:
    """A school with two tasks that must be done, together more than one person has hours for."""

    def burden(book: Workbook) -> None:
        book["Personen"]["O4"] = 3
        for row in (5, 6):
            book["Taken"][f"G{row}"] = "verplicht"
            book["Taken"][f"H{row}"] = 200
            book["Taken"][f"L{row}"] = "servers:3"

    return small_school(folder / "klem.xlsx", burden)


@pytest.mark.parametrize(
    ("failure", "code", "name"),
    [
        (NoSolutionError(), Exit.NOTHING_FOUND, "nothing-found"),
        (KeyboardInterrupt(), Exit.INTERNAL, "stopped"),
        (ZeroDivisionError("een cel"), Exit.INTERNAL, "internal"),
    ],
)
def test_what_goes_wrong_meanwhile(
    failure: BaseException,
    code: Exit,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = small_school(tmp_path / "school.xlsx")

    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr("optimizer.flows.checking.check_workbook", fail)
    error = error_of(run("controleer", source, "--json"), code)
    assert error["code"] == name
    assert "een cel" not in str(error["message"])


def test_what_a_library_prints_is_not_part_of_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = checking.check_workbook

    def noisy(path: Path, columns: Path | None) -> checking.Checked:
        sys.stdout.write("0 is out of range\n")
        return read(path, columns)

    monkeypatch.setattr(checking, "check_workbook", noisy)
    told = run("controleer", small_school(tmp_path / "school.xlsx"), "--json")
    assert json.loads(told.out)["usable"] is True
    assert told.err == "0 is out of range\n"


def test_without_json_standard_output_is_empty(tmp_path: Path) -> None:
    source = small_school(tmp_path / "klem.xlsx")
    told = run("controleer", source, "--geen-optie")
    assert (told.code, told.out) == (Exit.USAGE, "")


def test_a_repair_that_is_accepted(tmp_path: Path) -> None:
    target = tmp_path / "beter.xlsx"
    told = run(
        "verklaar", impossible(tmp_path), "--conflict", "--aanvaard", "1", "-o", target, "--json"
    )
    assert told.code == Exit.DONE, told.err
    document = json.loads(told.out)
    assert document["output"]["path"] == str(target)
    assert document["accepted"]
