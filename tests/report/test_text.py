"""Every issue and every refusal that the code can raise has a Dutch sentence that formats."""

import ast
import string
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import WorkbookError
from models.issues import CellRef, error, warning
from models.vocabulary import DeviationKind, Diploma, Role
from optimizer.report.dutch import dutch
from optimizer.report.file_sentences import FILES
from optimizer.report.issue_sentences import SENTENCES
from optimizer.report.text import (
    describe_issue,
    describe_severity,
    describe_workbook_error,
)

ROOT = Path(__file__).parents[2]
RAISED_BY = {"error": SENTENCES, "warning": SENTENCES, "WorkbookError": FILES}
DERIVED_FACTS = {"upto"}


def calls(*names: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Place, code and names of the facts of every call of these functions in the sources."""
    for path in sorted((*ROOT.glob("models/**/*.py"), *ROOT.glob("optimizer/**/*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                literal = node.args[:1]
                if node.func.id in names and literal and isinstance(literal[0], ast.Constant):
                    facts = frozenset(keyword.arg or "" for keyword in node.keywords)
                    yield f"{path.name}:{node.lineno}", str(literal[0].value), facts


def asked(sentence: str) -> set[str]:
    """The facts that a sentence needs."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


ISSUE_CALLS = tuple(calls("error", "warning"))


def test_the_scan_finds_the_calls() -> None:
    assert {code for _, code, _ in ISSUE_CALLS} >= {"missing-sheet", "unknown-choice", "two-leads"}


@pytest.mark.parametrize(("place", "code", "facts"), ISSUE_CALLS)
def test_each_issue_has_a_sentence_with_facts_it_carries(
    place: str, code: str, facts: frozenset[str]
) -> None:
    assert code in SENTENCES, place
    assert asked(SENTENCES[code]) - DERIVED_FACTS <= facts - {"where"}, place


def test_no_sentence_is_left_over() -> None:
    assert SENTENCES.keys() == {code for _, code, _ in ISSUE_CALLS}


@pytest.mark.parametrize(("place", "code"), [call[:2] for call in calls("WorkbookError")])
def test_each_refusal_has_a_sentence(place: str, code: str) -> None:
    assert code in FILES, place


def test_sentences_are_sentences() -> None:
    for sentence in (*SENTENCES.values(), *FILES.values()):
        assert sentence.endswith("."), sentence
        assert "  " not in sentence, sentence


def test_an_issue_names_its_cell_what_stands_there_and_what_is_expected() -> None:
    issue = error(
        "unknown-choice", CellRef("Taken", "F12"), found="hoog", expected=("gewenst", "optioneel")
    )
    assert describe_issue(issue) == (
        "Taken!F12: hier staat ‘hoog’; verwacht wordt één van: gewenst, optioneel."
    )
    assert describe_severity(issue) == "FOUT"


def test_an_issue_without_cell_is_a_sentence_too() -> None:
    assert describe_issue(error("no-tasks")).startswith("Er staat geen enkele taak")
    assert describe_severity(warning("no-tasks")) == "LET OP"


def test_a_likely_meaning_is_offered() -> None:
    where = CellRef("Uitzonderingen", "A2")
    sentence = describe_issue(error("unknown-task", where, found="T01b", nearest="T01"))
    assert sentence.endswith("Bedoelt u ‘T01’?")
    assert "Bedoelt" not in describe_issue(error("unknown-task", where, found="x", nearest=None))


def test_limits_of_a_setting_with_and_without_an_upper_one() -> None:
    open_ended = error("setting-out-of-range", found=Decimal(0), least=Decimal(1), most=None)
    closed = replace(open_ended, facts={**open_ended.facts, "most": Decimal(53)})
    assert "minstens 1." in describe_issue(open_ended)
    assert "minstens 1 en hoogstens 53." in describe_issue(closed)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1250.50"), "1250,5"),
        (Decimal("1E+3"), "1000"),
        (DeviationKind.PIN, "vast"),
        (Diploma.HSO, "HSO"),
        (Role.HEAD, "diensthoofd"),
        ((), "(geen)"),
        (None, "(geen)"),
        (("a", Decimal("0.5")), "a, 0,5"),
        (CellRef("Taken", "A1"), "Taken!A1"),
        ("x" * 80, "x" * 59 + "…"),
    ],
)
def test_facts_in_dutch(value: object, expected: str) -> None:
    assert dutch(value) == expected


def test_refusals() -> None:
    assert describe_workbook_error(WorkbookError("encrypted", path="plan.xlsx")) == (
        "Het bestand plan.xlsx is beveiligd met een wachtwoord. Bewaar een kopie zonder wachtwoord."
    )
    damaged = WorkbookError("unreadable", path="plan.xlsx", reason="bad zip")
    assert describe_workbook_error(damaged).endswith("(bad zip)")
    assert describe_workbook_error(WorkbookError("encrypted")).startswith("Het bestand is")
