"""Questions about the plan of a workbook, answered as plain objects: for commands and notebooks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from models.instance import Instance
from models.plan import Plan, TaskKey
from models.problem import PersonCode, ProblemData, TaskNumber, UnitCode
from models.why import Idle, Part, TaskAnswer, WhyNot
from optimizer.explain.alternatives import explain_task, parts_of, told_at_once, why_not
from optimizer.explain.answer import Answer, Row
from optimizer.explain.baseline import Baseline
from optimizer.explain.explain_people import find_idle
from optimizer.explain.resolve import Resolver
from optimizer.explain.stored_plan import Stored
from optimizer.flows.standing import StandingPlan, read_standing
from optimizer.report.tables.people import person_rows
from optimizer.run.solve_options import LARGE, OnProgress, SolveOptions
from optimizer.run.stop import Stop

PROOF_SECONDS = 20.0
"""Time to prove again what a stored plan of a small problem is worth, unless told otherwise."""
CHANGE_SECONDS = 5.0
"""Time for one change of a small problem, unless told otherwise."""
QUESTION_SECONDS = 2.5
"""Time for one question about a large one, unless told otherwise.

On the group example, 5 seconds found no better answers than 2.5.
"""


class Origin(StrEnum):
    """Where the plan comes from that questions are about.

    `STORED`: it stands in the workbook. `ABSENT`: there was none, so it was made first. `STALE`:
    the one that stands there breaks a rule of the workbook as it is now, so it was made anew.
    """

    STORED = "stored"
    ABSENT = "absent"
    STALE = "stale"


@dataclass(frozen=True)
class PersonAnswer:
    """What one person does and why, and why not more.

    `figures` is the row of the sheet of people: load, clusters, contexts, covers.
    """

    person: PersonCode
    figures: Row
    parts: Mapping[TaskKey, Part]
    idle: Idle | None


class Explained:
    """A plan with its problem, ready for questions."""

    def __init__(
        self,
        answer: Answer,
        origin: Origin,
        prove: Callable[[], Baseline],
        seconds: float = CHANGE_SECONDS,
    ) -> None:
        """Keep a plan; `prove` is called once, when the first price is asked."""
        self.answer = answer
        self.origin = origin
        self._prove = prove
        self._seconds = seconds

    @cached_property
    def resolver(self) -> Resolver:
        """What prices changes against the plan."""
        seed = self.answer.provenance.seed
        return Resolver(self._prove(), SolveOptions(time_limit=self._seconds, seed=seed))

    @property
    def data(self) -> ProblemData:
        """The problem."""
        return self.answer.instance.data

    @cached_property
    def idle(self) -> tuple[Idle, ...]:
        """Everyone who is not fully used, with the reason."""
        answer = self.answer
        return find_idle(answer.instance, answer.result, answer.verification)

    def units(self, task: TaskNumber) -> tuple[UnitCode, ...]:
        """Where a task is on the agenda, or could be."""
        keys = [*self.answer.tasks, *self.answer.instance.absences]
        return tuple(dict.fromkeys(key.unit for key in keys if key.task == task))

    def task(self, key: TaskKey, stop: Stop | None = None) -> TaskAnswer:
        """Who does a planned task, why they, and the five best alternatives with their prices.

        Raises
        ------
        LookupError
            When the task is not planned there.
        """
        if key not in self.answer.tasks:
            raise LookupError(str(key))
        return explain_task(self.resolver, key, stop or Stop())

    def person(self, code: PersonCode) -> PersonAnswer:
        """What a person does, why they got it, and why they are not used more.

        Raises
        ------
        LookupError
            When there is no such person.
        """
        if code not in self.answer.persons:
            raise LookupError(code)
        rows = {row["person"]: row for row in person_rows(self.answer) if row["unit"] is None}
        plan, instance = self.answer.plan, self.answer.instance
        parts = {
            key: part
            for key in self.answer.tasks
            if _is_on(plan, key, code)
            for part in parts_of(instance, plan, key)
            if part.person == code
        }
        idle = next((each for each in self.idle if each.person == code), None)
        return PersonAnswer(code, rows[code], parts, idle)

    def why_not(self, key: TaskKey, code: PersonCode, stop: Stop | None = None) -> WhyNot:
        """Why a person does not work on a task: the rules against it, or its price.

        Raises
        ------
        LookupError
            When there is no such person.
        """
        if code not in self.answer.persons:
            raise LookupError(code)
        known = told_at_once(self.answer.instance, self.answer.plan, key, code)
        return known or why_not(self.resolver, key, code, stop or Stop())


def _is_on(plan: Plan, key: TaskKey, code: PersonCode) -> bool:
    works = any(task == key and person == code for task, person, _ in plan.hours)
    return works or plan.leads.get(key) == code or code in plan.backups.get(key, ())


def explain_workbook(
    path: Path,
    time_limit: float | None = None,
    columns: Path | None = None,
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    on_origin: Callable[[Origin], None] = lambda origin: None,
) -> Explained:
    """Make the plan of a workbook ready for questions: the one that stands there if it still fits.

    `time_limit` is in seconds, for making a plan, for proving a stored one, and for every change
    asked about (of a large plan: for a whole question); `None` takes the workbook's own limit for
    the first and a few seconds for the rest. `on_origin` is told what is used before any solve.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        As `optimizer.flows.pipeline.optimize_workbook`.
    """
    standing, stop = read_standing(path, columns), stop or Stop()
    seconds = time_limit or _seconds(standing.instance)
    if standing.stored is not None:
        on_origin(Origin.STORED)
        return _stored(standing, standing.stored, time_limit, stop)
    origin = Origin.STALE if standing.instance.data.previous else Origin.ABSENT
    on_origin(origin)
    from optimizer.flows.pipeline import (
        plan_instance,  # loads all solvers, which few questions need
    )

    options = SolveOptions.of(standing.instance.data.settings, time_limit)
    answer = plan_instance(standing.instance, options, standing.input_hash, stop, on_progress)
    return Explained(answer, origin, lambda: Baseline.of(answer.instance, answer.result), seconds)


def _seconds(instance: Instance) -> float:
    """What a question may take when nothing is told."""
    return QUESTION_SECONDS if len(instance.payers) >= LARGE else CHANGE_SECONDS


def _stored(
    standing: StandingPlan, stored: Stored, time_limit: float | None, stop: Stop
) -> Explained:
    """The plan that stands there: what the summary states of it is proven again before a price.

    A large one cannot be: there the bounds remain claims.
    """
    instance = standing.instance
    seconds = time_limit or _seconds(instance)

    def prove() -> Baseline:
        if len(instance.payers) >= LARGE:
            return standing.base(stored)
        from optimizer.explain.proving import proven  # loads all solvers, as above

        limit = time_limit or PROOF_SECONDS
        options = SolveOptions(time_limit=limit, seed=instance.settings.seed)
        return proven(instance, stored, options, stop)

    options = SolveOptions.of(instance.settings, seconds)
    return Explained(standing.answer(stored, options), Origin.STORED, prove, seconds)
