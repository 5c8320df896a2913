"""Hours in any wording: each on both sides."""

from decimal import Decimal
from pathlib import Path

import pytest
from small_overview import Rows, imported

from models.vocabulary import Applies
from optimizer.importing.hours_text import Hours, Period, is_nothing, is_open, read_hours


@pytest.mark.parametrize(
    ("text", "amount", "period"),
    [
        ("2", "2", None), ("1,5 u", "1.5", None), ("2u/week", "2", Period.WEEK),
        ("4u / week", "4", Period.WEEK), ("2 u/w", "2", Period.WEEK),
        ("1u/maand", "1", Period.MONTH),
        ("10u/jaar", "10", Period.YEAR), ("40u zomer", "40", Period.YEAR),
        ("8u (juni)", "8", Period.YEAR), ("30 min/dag", "0.5", Period.DAY),
        ("2-3u/maand", "2.5", Period.MONTH), ("2 tot 3 uur per week", "2.5", Period.WEEK),
        ("half uur per week", "0.5", Period.WEEK), ("½ uur per dag", "0.5", Period.DAY),
        ("1½ u", "1.5", None), ("2u30/week", "2.5", Period.WEEK),
        ("1u per 2 weken", "18.5", Period.YEAR),
        ("4u, 2x per jaar", "8", Period.YEAR), ("2x/week 30 min", "1", Period.WEEK),
        ("3u per trimester", "3", Period.TERM), ("2 dagen in augustus", "16", Period.YEAR),
        ("±2 uur wekelijks", "2", Period.WEEK),
    ],
)  # fmt: skip
def test_hours_are_understood(text: str, amount: str, period: Period | None) -> None:
    assert read_hours(text) == Hours(Decimal(amount), period)


@pytest.mark.parametrize(
    "text", ["", "?", "n.v.t.", "naar behoefte", "3 toestellen", "week 36", "2x per jaar", "veel"]
)
def test_other_texts_are_no_hours(text: str) -> None:
    assert read_hours(text) is None


def test_what_is_open_or_nothing_is_told_apart() -> None:
    assert [is_open(text) for text in ("naar behoefte", "geen idee", "?", "2u")] == [
        True, True, True, False,
    ]  # fmt: skip
    assert [is_nothing(text) for text in ("n.v.t.", "NVT", "naar behoefte")] == [True, True, False]


def test_a_column_of_hours_in_words(tmp_path: Path) -> None:
    rows = [
        ("Taak", "Tijd", "Jan"), ("Firewall beheren", "2u/week", "x"),
        ("Servers onderhouden", "1,5 u", "x"),
        ("ICT-beleidsplan opstellen", "20u", "x"), ("Printers onderhouden", "naar behoefte", "x"),
        ("Camera's beheren", "n.v.t.", None), ("Licenties beheren", "n.v.t.", "x"),
    ]  # fmt: skip
    result = imported(tmp_path, rows)
    assert [task.fixed_hours for task in list(result.tasks.values())[:2]] == [74, Decimal("55.5")]
    assert result.tasks["ICT-beleidsplan opstellen"].fixed_hours == 20
    assert result.tasks["Printers onderhouden"].unit_hours > 0
    assert "Uren: naar behoefte" in result.explanation("Printers onderhouden")
    applies = {title: task.applies for title, task in result.tasks.items()}
    assert applies["Camera's beheren"] is Applies.NO
    assert applies["Licenties beheren"] is Applies.YES
    told = {row.source: row.made for row in result.review}
    assert told["Blad!B3"] == "Gelezen als uren per week."
    assert told["Blad!B4"] == "Gelezen als uren per jaar."
    assert "geen vaste uren" in told["Blad!B5"]
    assert "‘van toepassing’ staat op nee" in told["Blad!B6"]
    assert "Blad!B2" not in told


@pytest.mark.parametrize(
    ("header", "hours"),
    [("u/w", 74), ("uren per week", 74), ("Uren (week)", 74), ("u/maand", 20), ("uren/jaar", 2),
     ("Aantal uur per schooljaar", 2), ("Tijdsbesteding (u/week)", 74)],
)  # fmt: skip
def test_headers_of_hours(tmp_path: Path, header: str, hours: int) -> None:
    rows: Rows = [("Taak", header), ("Firewall beheren", 2), ("Servers onderhouden", "2")]
    result = imported(tmp_path, rows)
    assert {task.fixed_hours for task in result.data.tasks} == {hours}
    assert not result.says("niet duidelijk of dit uren per week")


def test_a_cell_says_more_than_its_header(tmp_path: Path) -> None:
    rows: Rows = [("Taak", "u/w"), ("Firewall beheren", "8 u/jaar"), ("Servers onderhouden", 1)]
    assert [task.fixed_hours for task in imported(tmp_path, rows).data.tasks] == [8, 37]
