"""The page: tables that line up, every section, and what is said of what was left out."""

from benchmarks.page import Report, page, result_table
from benchmarks.score import OURS, Score
from benchmarks.tables import number, percent, table


def report() -> Report:
    scores = [
        Score("school", 1, "core", OURS, 30, 30, 0.51, 120.4),
        Score("school", 1, "core", "CBC", 31, None, 3.0, 80.0, "slow"),
    ]
    return Report("quick", "make benchmark", "2026-01-02", {"cores": "2"}, scores)


def test_a_table_lines_up() -> None:
    assert table(("who", "value"), [("ours", "1"), ("CBC", "12")], numbers=1) == (
        "| who  | value |\n| ---- | ----: |\n| ours |     1 |\n| CBC  |    12 |"
    )


def test_what_is_not_there_is_a_dash() -> None:
    assert (number(None), number(1.26, 1), percent(None), percent(0.0123)) == (
        "–", "1.3", "–", "1.23%",
    )  # fmt: skip


def test_the_table_of_results() -> None:
    *_, ours, cbc = result_table(report().scores).splitlines()
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in (ours, cbc)]
    assert cells == [
        ["school", "core", "ours", "", "1", "30", "30", "0.00%", "0.5", "120", "0.968"],
        ["school", "core", "CBC", "slow", "1", "31", "–", "–", "3.0", "80", "–"],
    ]


def test_the_page_says_what_was_measured() -> None:
    text = page(report())
    assert "size `quick`" in text
    assert "- cores: 2" in text
    assert "never lexicographically worse than the best peer" in text
    assert "No bound is contradicted" in text
    assert "[benchmark_studies.md](../docs/benchmark_studies.md)" in text
