"""What is installed, what lacks for which command, and whether a small plan can be made here."""

import platform
import sys
from decimal import Decimal

from models.problem import (
    Person,
    PersonCode,
    ProblemData,
    School,
    Task,
    TaskNumber,
    UnitCode,
)
from models.settings import Settings
from models.vocabulary import Cluster, Diploma, Role
from optimizer.run.checkup import Checkup, find_lacks, is_bundled
from optimizer.run.solve_options import SolveOptions
from optimizer.run.versions import foreign_owners, versions

SMALL_TASKS = 10
_SECONDS = 5.0
"""More than ten tasks ever take, and little enough to wait for."""


def check_up() -> Checkup:
    """Look at everything once; nothing is written and nothing is asked of a network."""
    failure = _failure_of_a_plan()
    return Checkup(
        versions=versions(),
        system=f"{platform.platform()}, {'gebundeld' if is_bundled() else sys.executable}",
        conflicts={name: frozenset(owners) for name, owners in foreign_owners().items()},
        lacks=tuple(find_lacks()),
        planned=not failure,
        failure=failure,
    )


def _failure_of_a_plan() -> str:
    """The kind of error that keeps a plan of ten tasks from being made; empty when none does."""
    try:
        from optimizer.flows.pipeline import make_plan  # loads the solvers: they are the test

        answer = make_plan(small_problem(), SolveOptions(time_limit=_SECONDS))
    except Exception as error:  # whatever it is, it is what the reader must know
        return type(error).__name__
    covered = sum(answer.plan.covered().values())
    return "" if covered == sum(task.demand for task in answer.instance.tasks) else "NotCovered"


def small_problem() -> ProblemData:
    """Ten tasks of eight hours, and two people who have the hours for them."""
    people = [
        Person(PersonCode(f"M{number}"), "", UnitCode("S1"), Role.TECHNICAL_COORDINATOR,
               Diploma.HSO, other_hours=Decimal(2))
        for number in (1, 2)
    ]  # fmt: skip
    tasks = [
        Task(TaskNumber(f"T{number:02}"), Cluster.TECHNICAL, "", fixed_hours=Decimal(8))
        for number in range(1, SMALL_TASKS + 1)
    ]
    school = School(UnitCode("S1"), "")
    return ProblemData(
        settings=Settings(), schools=(school,), persons=tuple(people), tasks=tuple(tasks)
    )
