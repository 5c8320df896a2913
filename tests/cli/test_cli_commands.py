"""`sjabloon`, `controleer`, `versies` and the help texts."""

import json
from pathlib import Path

import pytest
from command_line import PROGRAM, run, run_apart
from small_school import EXAMPLE, small_school
from written import opened

from optimizer.cli.exits import EXIT_MEANINGS, Exit

COMMANDS = ("sjabloon", "importeer", "controleer", "optimaliseer", "versies")
HEAVY = {"ortools", "pandas", "numpy", "openpyxl", "rapidfuzz"}


def test_template_makes_the_example_that_is_delivered(tmp_path: Path) -> None:
    target = tmp_path / "mijn_school.xlsx"
    made = run("sjabloon", target, "--voorbeeld", "school")
    assert made.code == Exit.DONE
    assert made.out.startswith(f"{target} is gemaakt.")
    assert {sheet.title: list(sheet.values) for sheet in opened(target)} == {
        sheet.title: list(sheet.values) for sheet in opened(EXAMPLE)
    }


def test_template_refuses_an_unknown_example(tmp_path: Path) -> None:
    refused = run("sjabloon", tmp_path / "a.xlsx", "--voorbeeld", "fabriek")
    assert refused.code == Exit.USAGE
    assert "fabriek bestaat niet. Kies uit: " in refused.err
    assert not list(tmp_path.iterdir())


def test_template_refuses_a_file_that_exists(tmp_path: Path) -> None:
    target = tmp_path / "mijn_school.xlsx"
    target.write_bytes(b"van mij")
    refused = run("sjabloon", target)
    assert refused.code == Exit.USAGE
    assert "bestaat al" in refused.err
    assert target.read_bytes() == b"van mij"


def test_template_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refused = run("sjabloon", tmp_path / "weg" / "a.xlsx")
    assert refused.code == Exit.INTERNAL
    assert refused.err.startswith(f"De map {tmp_path / 'weg'} bestaat niet.")


def test_check_of_a_good_workbook(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx")
    checked = run("controleer", source)
    bpt, count = checked.out.splitlines()
    assert (checked.code, count) == (Exit.DONE, "0 fouten, 0 waarschuwingen.")
    assert bpt.startswith("BPT: 2 lesuren per week tellen voor 62 klokuren per jaar (lesuur).")
    assert sorted(tmp_path.iterdir()) == [source]


def test_check_of_the_example_warns_but_lets_it_pass() -> None:
    checked = run("controleer", EXAMPLE)
    bpt, *warnings, count = checked.out.splitlines()
    assert bpt.startswith("BPT: ")
    assert checked.code == Exit.DONE
    assert count == f"0 fouten, {len(warnings)} waarschuwingen."
    assert all(line.startswith("LET OP  Taken!A") for line in warnings)


def test_check_as_json(tmp_path: Path) -> None:
    source = small_school(tmp_path / "school.xlsx", lambda b: b["Taken"].__setitem__("B5", "x"))
    checked = run("controleer", source, "--json")
    assert checked.code == Exit.INVALID
    document = json.loads(checked.out)
    (issue,) = document["issues"]
    assert document["usable"] is False
    assert (issue["severity"], issue["code"], issue["cell"]) == (
        "error", "unknown-choice", "Taken!B5",
    )  # fmt: skip
    assert issue["message"].startswith("Taken!B5: hier staat ‘x’")


def test_versions() -> None:
    told = run("versies")
    numbers = dict(line.split(" ") for line in told.out.splitlines())
    assert told.code == Exit.DONE
    assert numbers.keys() == {
        "taakverdeler", "ortools", "highspy", "openpyxl", "pandas", "rapidfuzz", "click", "python",
    }  # fmt: skip
    as_json = json.loads(run("versies", "--json").out)
    assert as_json == {"versions": numbers, "conflicts": {}}


def test_help_explains_every_exit_code() -> None:
    told = run("--hulp")
    assert told.code == Exit.DONE
    assert all(f"{code.value}  {meaning}" in told.out for code, meaning in EXIT_MEANINGS.items())
    assert all(command in told.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command(command: str) -> None:
    told = run(command, "--hulp")
    assert (told.code, told.err) == (Exit.DONE, "")
    assert told.out.startswith(f"Gebruik: taakverdeler {command}")


def test_help_needs_no_heavy_library() -> None:
    code = (
        "import sys\nfrom optimizer.cli.main import main\n"
        f"for words in ([], *([name] for name in {COMMANDS})):\n"
        "    main([*words, '--hulp'], standalone_mode=False)\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    told = run_apart((PROGRAM[0], "-c", code))
    assert told.code == 0
    assert told.out.count("Gebruik:") == 6
    loaded = set(told.err.split())
    assert "click" in loaded
    assert not loaded & HEAVY


def test_importing_the_command_line_prints_nothing() -> None:
    told = run_apart((PROGRAM[0], "-c", "import optimizer.cli.main"))
    assert (told.code, told.out, told.err) == (0, "", "")


def test_the_list_of_commands_cuts_no_sentence_off() -> None:
    listed = " ".join(run("--hulp").out.split())
    assert "..." not in listed.partition("Opdrachten:")[2]
    assert "Toon per hiaat wat u kunt doen, met het nagerekende effect" in listed
