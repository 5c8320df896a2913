"""The normaliser of cell values: Dutch numbers, choices, lists; everything else is an issue."""

from datetime import datetime
from decimal import Decimal

import pytest

from models.issues import CellRef, Issue
from models.vocabulary import Cluster
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.reader import RawCell

WHERE = CellRef("Taken", "H5")


def cell(value: object, *, is_percent: bool = False) -> RawCell:
    return RawCell(WHERE, value, is_percent=is_percent)


def code(found: object) -> str:
    assert isinstance(found, Issue)
    assert found.where == WHERE
    return found.code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, "7"),
        (10**9, "1000000000"),
        (0.1 + 0.2, "0.3"),
        (4.5, "4.5"),
        ("1,5", "1.5"),
        (" 12 ", "12"),
        ("1.250,5", "1250.5"),
        ("1 250", "1250"),
        ("1\u00a0250", "1250"),
        ("12.345.678", "12345678"),
        ("1.5", "1.5"),
        ("0.833", "0.833"),
        ("−2", "-2"),
        ("+2", "2"),
    ],
)
def test_numbers(value: object, expected: str) -> None:
    assert values.number(cell(value)) == Decimal(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12 u", "not-a-number"),
        ("drie", "not-a-number"),
        ("1,5,2", "not-a-number"),
        ("–", "not-a-number"),
        ("nan", "not-a-number"),
        (True, "not-a-number"),
        (1e300, "number-too-large"),
        (-(10**9) - 1, "number-too-large"),
        ("9" * 50, "number-too-large"),
        ("1.250", "ambiguous-number"),
        (datetime(2026, 1, 5), "date-not-number"),
    ],
)
def test_what_is_no_number(value: object, expected: str) -> None:
    assert code(values.number(cell(value))) == expected


def test_a_date_that_excel_made_of_a_number_is_told_as_a_date() -> None:
    found = values.number(cell(datetime(2026, 1, 9)))
    assert isinstance(found, Issue)
    assert found.facts["found"] == "9/1/2026"


@pytest.mark.parametrize("value", [None, "", "  ", "\u00a0"])
def test_nothing_is_none(value: object) -> None:
    assert values.number(cell(value)) is None
    assert values.whole(cell(value)) is None
    assert values.flag(cell(value)) is None
    assert values.choice(cell(value), labels.CLUSTERS) is None


def test_percentages_as_excel_shows_them() -> None:
    assert values.number(cell(0.6, is_percent=True), percent=True) == 60
    assert values.number(cell(60), percent=True) == 60
    assert values.number(cell("60 %"), percent=True) == 60
    assert values.number(cell(0.6, is_percent=True)) == Decimal("0.6")
    assert code(values.number(cell("60 %"))) == "not-a-number"


def test_whole_numbers() -> None:
    assert values.whole(cell(3.0)) == 3
    assert values.whole(cell("3")) == 3
    assert code(values.whole(cell(3.5))) == "not-whole"


def test_errors_and_uncalculated_formulas_in_every_kind_of_cell() -> None:
    broken = RawCell(WHERE, "#REF!", is_error=True)
    unknown = RawCell(WHERE, None, formula=True, computed=False)
    for reading in (values.number, values.whole, values.flag, values.competences):
        assert code(reading(broken)) == "error-value"
        assert code(reading(unknown)) == "formula-without-value"
    found = values.choice(broken, labels.CLUSTERS)
    assert code(found) == "error-value"


@pytest.mark.parametrize(
    "value", ["pedagogisch-didactisch", "Pedagogisch‑Didactisch", " PEDAGOGISCH-DIDACTISCH:"]
)
def test_choices_as_the_user_sees_them(value: str) -> None:
    assert values.choice(cell(value), labels.CLUSTERS) is Cluster.PEDAGOGICAL


def test_choices_with_ampersand_and_dash() -> None:
    assert values.choice(cell("Beleid en visie"), labels.CLUSTERS) is Cluster.POLICY
    found = values.choice(cell("-"), labels.DRIVERS)
    assert found is not None
    assert not isinstance(found, Issue)
    assert labels.DRIVERS[found] == "–"


def test_unknown_choice_lists_the_words() -> None:
    found = values.choice(cell("technis"), labels.CLUSTERS)
    assert isinstance(found, Issue)
    assert found.code == "unknown-choice"
    assert found.facts["expected"] == tuple(labels.CLUSTERS.values())


@pytest.mark.parametrize(("value", "expected"), [("Ja", True), (True, True), ("nee", False)])
def test_yes_and_no(value: object, expected: bool) -> None:
    assert values.flag(cell(value)) is expected


def test_neither_yes_nor_no() -> None:
    assert code(values.flag(cell("soms"))) == "unknown-choice"


@pytest.mark.parametrize(
    "text",
    ["netwerk:3; servers:2", "netwerk: 3, Servers = 2", "Netwerk 3\nservers:2;"],
)
def test_competences(text: str) -> None:
    assert values.competences(cell(text)) == {"netwerk": 3, "servers": 2}


def test_competence_names_have_one_spelling() -> None:
    assert values.competences(cell("Technische_Kennis:1")) == {"technische kennis": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("netwerk", "not-a-competence"),
        ("netwerk:veel", "not-a-competence"),
        ("netwerk:3; Netwerk:2", "competence-twice"),
    ],
)
def test_what_is_no_list_of_competences(text: str, expected: str) -> None:
    assert code(values.competences(cell(text))) == expected
