"""Daily and weekly work without hours comes first, in every list of gaps."""

from answers import greedy_answer
from factory import person, problem, task

from models.vocabulary import Applies, Priority, Rhythm
from optimizer.explain.answer import Answer
from optimizer.explain.regular import left_undone
from optimizer.report.console_text import result_lines
from optimizer.report.html.page import render_page
from optimizer.report.tables.gaps import gap_rows


def short_of_hours(ict: int = 4) -> Answer:
    """A team that does the first task whole, the second in part, and no more."""
    tasks = [
        task("T01", hours=3, priority=Priority.ESSENTIAL, rhythm=Rhythm.YEARLY),
        task("T02", hours=2, minimum_pct=0, priority=Priority.DESIRED, rhythm=Rhythm.DAILY),
        task("T03", hours=5, rhythm=Rhythm.MONTHLY, priority=Priority.OPTIONAL),
        task("T04", hours=5, rhythm=Rhythm.WEEKLY, priority=Priority.OPTIONAL, title="Patches"),
        task("T05", hours=5, rhythm=Rhythm.DAILY, priority=Priority.OPTIONAL, title="Vragen"),
        task("T06", hours=5, rhythm=Rhythm.DAILY, applies=Applies.LATER),
    ]
    return greedy_answer(problem(persons=[person(ict=ict)], tasks=tasks))


def test_daily_and_then_weekly_work_without_hours_comes_first() -> None:
    answer = short_of_hours()
    assert answer.covered[next(k for k in answer.tasks if k.task == "T02")] == 1
    assert [row["task"] for row in gap_rows(answer)] == ["T05", "T04", "T02", "T03", "T06"]
    assert [row["rhythm"] for row in gap_rows(answer)][:2] == ["dagelijks", "wekelijks"]


def test_only_what_gets_no_hour_at_all_is_left_undone() -> None:
    answer = short_of_hours()
    found = left_undone(answer.instance.data, answer.reasons)
    assert {rhythm: [key.task for key in keys] for rhythm, keys in found.items()} == {
        Rhythm.DAILY: ["T05"],
        Rhythm.WEEKLY: ["T04"],
    }
    plenty = short_of_hours(ict=20)
    assert left_undone(plenty.instance.data, plenty.reasons) == {}


def test_console_and_report_name_it() -> None:
    answer = short_of_hours()
    lines = list(result_lines(answer))
    assert "Dagelijks werk zonder uren: Vragen" in lines
    assert "Wekelijks werk zonder uren: Patches" in lines
    page = render_page(answer, "mijn_school.xlsx")
    assert "Dagelijks werk zonder uren" in page and "Vragen" in page
    assert not any("zonder uren" in line for line in result_lines(short_of_hours(ict=20)))
