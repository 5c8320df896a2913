"""The flow from workbook to checked plan and back; every way of running only calls this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from models.errors import VerificationError
from models.instance import Instance, build_instance
from models.issues import Issue
from models.problem import ProblemData
from models.result import Result
from models.settings import Level, Settings
from models.verification import verify
from optimizer.explain.answer import Answer
from optimizer.flows.checking import answer_of, check_workbook
from optimizer.report.tables import all_rows
from optimizer.run.solve_options import OnProgress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.solver.second_opinion import with_opinions
from optimizer.solver.solver import solve
from optimizer.workbook.write.anonymous import Anonymised, write_anonymous
from optimizer.workbook.write.writer import Written, check_editable, write_result


@dataclass(frozen=True)
class Optimized:
    """A plan that was made, checked and written."""

    answer: Answer
    issues: tuple[Issue, ...]
    written: Written


def make_plan(
    data: ProblemData,
    options: SolveOptions,
    input_hash: str = "",
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Answer:
    """Solve a validated problem and have the plan checked, and when asked the proofs as well.

    Raises
    ------
    InfeasibleError, NoSolutionError
        When there is no plan, or none was found.
    VerificationError
        When the checker refuses the solver's plan, or a proof is refuted: an internal error.
    """
    return plan_instance(build_instance(data), options, input_hash, stop, on_progress)


def plan_instance(
    instance: Instance,
    options: SolveOptions,
    input_hash: str = "",
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
) -> Answer:
    """As `make_plan`, for a problem that is indexed already."""
    stop = stop or Stop()
    result = solve(instance, options, stop=stop, on_progress=on_progress)
    verification = verify(instance.data, result.plan)
    disagreements = [] if verification.violations else _disagreements(result, verification.levels)
    if verification.violations or disagreements:
        raise VerificationError([*verification.violations, *disagreements])
    if options.second_opinion:
        result = with_opinions(instance, result, options, stop)
    return answer_of(instance, result, verification, options, input_hash)


def _disagreements(result: Result, checked: Mapping[Level, int]) -> list[str]:
    """Levels for which the checker computes another value of the final plan than the solver."""
    return [
        f"{level.level}: solver {level.final}, checker {checked[level.level]}"
        for level in result.levels
        if level.final is not None and level.final != checked.get(level.level, level.final)
    ]


def optimize_workbook(
    source: Path,
    target: Path,
    override: Callable[[Settings], SolveOptions],
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    columns: Path | None = None,
) -> Optimized:
    """Read, check, solve, verify and write; the target may be the source itself.

    `override` makes the solver's options from the workbook's settings; `columns` is as in
    `check_workbook`.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        In the order of the steps; nothing is then written.
    """
    checked = check_workbook(source, columns)
    check_editable(checked.raw, target)
    instance = checked.usable()
    input_hash = sha256(checked.raw.content).hexdigest()
    options = override(instance.settings)
    answer = plan_instance(instance, options, input_hash, stop, on_progress)
    written = write_result(checked.raw, instance.data, all_rows(answer), target)
    return Optimized(answer, checked.issues, written)


def anonymise_workbook(source: Path, target: Path, columns: Path | None = None) -> Anonymised:
    """Write a new workbook that states the same problem with codes instead of names.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the source cannot be read or has errors, or the target cannot be written.
    """
    checked = check_workbook(source, columns)
    checked.usable()
    return write_anonymous(checked.raw, checked.stated(), target)
