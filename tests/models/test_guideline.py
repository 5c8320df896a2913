"""The guideline: its way, what answers set, and that every answer has its words."""

import pytest
from factory import task
from hypothesis import given
from hypothesis import strategies as st

from models.guideline import BY_CODE, QUESTIONS, Guided, Question, Reply, guide
from models.task_marks import MARKS, Mark, TaskSets, proposed_marks, task_sets
from models.vocabulary import Mode, Rhythm, TaskLevel
from optimizer.workbook.guideline_words import (
    ACTORS,
    BOARD_TEXTS,
    COORDINATOR_TEXTS,
    MARK_WORDS,
    QUESTION_TEXTS,
    REPLY_WORDS,
)

YES = {"growth": Reply.YES, "vision": Reply.YES, "policy": Reply.YES}


@pytest.mark.parametrize(
    ("replies", "mode"),
    [
        ({}, None),
        ({"growth": Reply.NO}, Mode.TECHNICAL_CORE),
        ({"growth": Reply.YES}, None),
        ({"growth": Reply.YES, "vision": Reply.NO}, Mode.TECHNICAL_CORE),
        ({**YES, "policy": Reply.NO}, Mode.TECHNICAL_CORE_AND_POLICY),
        (YES, Mode.FULL),
    ],
)
def test_the_first_no_says_what_is_planned(replies: dict[str, Reply], mode: Mode | None) -> None:
    assert guide(replies).mode is mode


@pytest.mark.parametrize(
    ("leads", "then"), [(Reply.GROUP, "tasks_group"), (Reply.SCHOOL, "tasks_school")]
)
def test_who_pools_looks_at_the_tasks_as_a_group(leads: Reply, then: str) -> None:
    found = guide({**YES, "pooling": leads})
    assert found.leads is leads
    assert found.asked[-1].code == then
    assert not found.done


def test_an_answer_off_the_way_does_not_count() -> None:
    assert guide({"policy": Reply.YES}) == guide({})
    assert guide({"growth": Reply.GROUP}) == guide({})


@given(st.fixed_dictionaries({q.code: st.sampled_from(sorted(q.outcomes)) for q in QUESTIONS}))
def test_every_way_ends_and_goes_forward(replies: dict[str, Reply]) -> None:
    found: Guided = guide(replies)
    assert found.done and found.mode is not None
    steps = [question.step for question in found.asked]
    assert steps == sorted(set(steps))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.code)
def test_every_question_and_answer_has_its_words(question: Question) -> None:
    assert QUESTION_TEXTS[question.code].endswith(("?", "trekt."))
    assert question.actor in ACTORS
    for reply, outcome in question.outcomes.items():
        assert reply in REPLY_WORDS
        assert not outcome.then or outcome.then in BY_CODE
        assert not outcome.board or outcome.board in BOARD_TEXTS
        assert not outcome.coordinator or outcome.coordinator in COORDINATOR_TEXTS


def test_no_sentence_is_left_without_an_answer_that_asks_for_it() -> None:
    outcomes = [each for question in QUESTIONS for each in question.outcomes.values()]
    assert {each.board for each in outcomes} - {""} == set(BOARD_TEXTS)
    assert {each.coordinator for each in outcomes} - {""} == set(COORDINATOR_TEXTS)


def test_marks_that_pull_both_ways_leave_the_level_to_the_plan() -> None:
    both = frozenset({Mark.SCALE, Mark.NEAR})
    assert task_sets(both).level is TaskLevel.CHOICE
    assert task_sets(both - {Mark.NEAR}).level is TaskLevel.GROUP
    assert task_sets(both - {Mark.SCALE}).level is TaskLevel.SCHOOL
    assert task_sets(frozenset()) == TaskSets()


@pytest.mark.parametrize(
    ("level", "required", "rhythm", "marks"),
    [
        (TaskLevel.GROUP, 3, None, {Mark.EXPERTISE}),
        (TaskLevel.GROUP, 2, None, {Mark.SCALE}),
        (TaskLevel.GROUP, 2, Rhythm.DAILY, {Mark.SCALE, Mark.NEAR}),
        (TaskLevel.SCHOOL, 3, Rhythm.DAILY, set()),
    ],
)
def test_the_task_list_proposes_why_a_task_is_of_the_group(
    level: TaskLevel, required: int, rhythm: Rhythm | None, marks: set[Mark]
) -> None:
    found = task("T01", level=level, required={"netwerk": required}, rhythm=rhythm)
    assert proposed_marks(found) == marks


def test_no_two_marks_that_are_asked_together_begin_with_one_letter() -> None:
    for marks in MARKS.values():
        assert len({MARK_WORDS[mark][0] for mark in marks}) == len(marks)
