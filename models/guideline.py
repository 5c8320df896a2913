"""The guideline towards a team, step by step, as data: what is asked, and what an answer sets.

Source: the draft guideline of the study on team-based ICT coordination in Flemish schools (2022),
chapter 3; its final version has other steps, which is a change of `QUESTIONS` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.vocabulary import Mode


class Reply(StrEnum):
    """An answer to a question; `GROUP` and `SCHOOL` say who leads when means are shared or not."""

    YES = "yes"
    NO = "no"
    GROUP = "group"
    SCHOOL = "school"
    STRATEGIC = "strategic"
    TECHNICAL = "technical"
    BOTH = "both"


class Actor(StrEnum):
    """Who acts on an answer."""

    BOARD = "board"
    COORDINATOR = "coordinator"
    BOTH = "both"


@dataclass(frozen=True)
class Outcome:
    """What follows from one reply.

    Attributes
    ----------
    then
        The next question; empty when the way ends here for now.
    board, coordinator
        What each of them does, as keys of sentences; empty is nothing.
    mode
        The tasks that are planned from here; `None` leaves that to later questions.
    """

    then: str = ""
    board: str = ""
    coordinator: str = ""
    mode: Mode | None = None


@dataclass(frozen=True)
class Question:
    """One question of the guideline; `code` is also the key of its sentence."""

    code: str
    step: int
    actor: Actor
    outcomes: Mapping[Reply, Outcome]


QUESTIONS: tuple[Question, ...] = (
    Question("growth", 1, Actor.BOTH, {
        Reply.YES: Outcome("vision"),
        Reply.NO: Outcome(board="project", coordinator="technical", mode=Mode.TECHNICAL_CORE),
    }),
    Question("vision", 2, Actor.BOARD, {
        Reply.YES: Outcome("policy"),
        Reply.NO: Outcome(board="vision", coordinator="technical", mode=Mode.TECHNICAL_CORE),
    }),
    Question("policy", 3, Actor.BOARD, {
        Reply.YES: Outcome("pooling", mode=Mode.FULL),
        Reply.NO: Outcome(
            board="policy", coordinator="policy", mode=Mode.TECHNICAL_CORE_AND_POLICY
        ),
    }),
    Question("pooling", 4, Actor.BOARD, {
        Reply.GROUP: Outcome("tasks_group", board="pool"),
        Reply.SCHOOL: Outcome("tasks_school"),
    }),
    Question("tasks_group", 5, Actor.BOTH, {
        Reply.YES: Outcome("expertise"),
        Reply.NO: Outcome(coordinator="tasks_group"),
    }),
    Question("tasks_school", 5, Actor.COORDINATOR, {
        Reply.YES: Outcome("expertise"),
        Reply.NO: Outcome(coordinator="tasks_school"),
    }),
    Question("expertise", 6, Actor.BOTH, {
        Reply.YES: Outcome("team"),
        Reply.STRATEGIC: Outcome("team", board="recruit"),
        Reply.TECHNICAL: Outcome("team", board="outsource"),
        # Strategic and purely technical at once: the guideline names both ways.
        Reply.BOTH: Outcome("team", board="recruit_or_outsource"),
    }),
    Question("team", 7, Actor.BOARD, {
        Reply.YES: Outcome(board="evaluate"),
        Reply.NO: Outcome(board="team"),
    }),
)  # fmt: skip
BY_CODE: Mapping[str, Question] = {question.code: question for question in QUESTIONS}


PER_SCHOOL = ("growth", "vision", "policy")
"""Questions to which one school of a group may answer no while the group answers yes."""


def step_name(question: Question) -> str:
    """How a step is called: its number, with a letter where a number has several questions."""
    same = [each for each in QUESTIONS if each.step == question.step]
    return f"{question.step}{'abc'[same.index(question)] if len(same) > 1 else ''}"


@dataclass(frozen=True)
class Guided:
    """Where a school stands after some answers.

    Attributes
    ----------
    asked
        The questions on its way, the open one last.
    mode
        The tasks to plan; `None` while nothing decides that yet.
    leads
        Who leads: the group, the school, or nobody knows yet.
    done
        Whether every question on the way has an answer.
    """

    asked: tuple[Question, ...]
    mode: Mode | None
    leads: Reply | None
    done: bool
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)


def guide(replies: Mapping[str, Reply]) -> Guided:
    """Follow the guideline with the answers that were given; answers off the way do not count."""
    asked: list[Question] = []
    outcomes: dict[str, Outcome] = {}
    mode: Mode | None = None
    leads: Reply | None = None
    code = QUESTIONS[0].code
    while code:
        question = BY_CODE[code]
        asked.append(question)
        reply = replies.get(code)
        if reply is None or reply not in question.outcomes:
            return Guided(tuple(asked), mode, leads, done=False, outcomes=outcomes)
        outcome = outcomes[code] = question.outcomes[reply]
        mode = mode if outcome.mode is None else outcome.mode
        leads = reply if code == "pooling" else leads
        code = outcome.then
    return Guided(tuple(asked), mode, leads, done=True, outcomes=outcomes)
