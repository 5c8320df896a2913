"""From a workbook with a plan to plans that are as good and that a team may prefer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from models.errors import VerificationError
from models.instance import build_instance
from models.result import Result, SolveStatus
from models.settings import Settings
from models.verification import verify
from optimizer.explain.answer import Answer
from optimizer.explain.baseline import with_values
from optimizer.explain.comparison import Comparison, compare
from optimizer.explain.distinctions import distinctions
from optimizer.flows.checking import answer_of, check_workbook
from optimizer.flows.pipeline import plan_instance
from optimizer.flows.standing import read_standing
from optimizer.report.alternative_text import alternative_name
from optimizer.report.tables import all_rows
from optimizer.run.solve_options import OnProgress, SolveOptions
from optimizer.run.stop import Stop
from optimizer.workbook.write.writer import write_result

NEAR = 0.02
"""What the last level may lose: a difference that no team sees in its plan."""


@dataclass(frozen=True)
class Alternative:
    """One plan to choose from, held against the plan at hand; `path` is where it stands."""

    name: str
    path: Path
    answer: Answer
    comparison: Comparison


@dataclass(frozen=True)
class Alternatives:
    """The plan at hand and its alternatives."""

    answer: Answer
    found: tuple[Alternative, ...]


def make_alternatives(
    source: Path,
    folder: Path,
    count: int,
    override: Callable[[Settings], SolveOptions],
    stop: Stop | None = None,
    on_progress: OnProgress = lambda progress: None,
    columns: Path | None = None,
) -> Alternatives:
    """Write workbooks with plans as good as the one that stands in a workbook, or as a new one.

    Raises
    ------
    WorkbookError, InvalidProblemError, InfeasibleError, NoSolutionError, VerificationError
        As `optimizer.flows.pipeline.optimize_workbook`.
    """
    stop = stop or Stop()
    answer = _without_last_year(_plan_at_hand(source, override, stop, on_progress, columns))
    options = override(answer.instance.settings)
    folder.mkdir(parents=True, exist_ok=True)
    raw = check_workbook(source, columns).raw
    made: list[Alternative] = []
    for number, (name, other) in enumerate(_named(answer, count, options, stop), start=1):
        path = folder / f"alternatief_{number}{source.suffix}"
        write_result(raw, answer.instance.data, all_rows(other), path)
        made.append(Alternative(name, path, other, compare(answer, other)))
    return Alternatives(answer, tuple(made))


@dataclass(frozen=True)
class AlternativesWork:
    """Looking for plans as good as one at hand, for a process of its own."""

    answer: Answer
    count: int
    options: SolveOptions

    def __call__(self, stop: Stop, on_progress: OnProgress) -> tuple[tuple[str, Answer], ...]:
        """The plans, each with what sets it apart."""
        answer = _without_last_year(self.answer)
        return tuple(_named(answer, self.count, self.options, stop))


def _named(
    answer: Answer, count: int, options: SolveOptions, stop: Stop
) -> Iterator[tuple[str, Answer]]:
    for other in _answers(answer, count, options, stop):
        yield alternative_name(distinctions(answer, other)), other


def _plan_at_hand(
    source: Path,
    override: Callable[[Settings], SolveOptions],
    stop: Stop,
    on_progress: OnProgress,
    columns: Path | None,
) -> Answer:
    standing = read_standing(source, columns)
    options = override(standing.instance.settings)
    if standing.stored is not None:
        return standing.answer(standing.stored, options)
    digest = sha256(standing.raw.content).hexdigest()
    return plan_instance(standing.instance, options, digest, stop, on_progress)


def _without_last_year(answer: Answer) -> Answer:
    """The answer to the problem without the plan that stood there, but for rows that are pinned.

    Else every hour that moves would count as a change, and no alternative could be as good.
    """
    data = answer.instance.data
    data = replace(data, previous=tuple(row for row in data.previous if row.pinned))
    verification = verify(data, answer.plan)
    levels = with_values(build_instance(data), verification, answer.result.levels)
    return replace(
        answer,
        instance=build_instance(data),
        verification=verification,
        result=replace(answer.result, levels=levels),
    )


def _answers(answer: Answer, count: int, options: SolveOptions, stop: Stop) -> Iterator[Answer]:
    """The alternatives as answers, each accepted by the checker."""
    from optimizer.solver.alternatives import find_alternatives  # loads the solvers

    levels, plan = answer.result.levels, answer.plan
    plans = find_alternatives(answer.instance, plan, levels, count, NEAR, options, stop)
    for plan in plans:
        verification = verify(answer.instance.data, plan)
        if verification.violations:
            raise VerificationError(verification.violations)
        result = Result(SolveStatus.FEASIBLE, plan, with_values(answer.instance, verification))
        digest = answer.provenance.input_hash
        yield answer_of(answer.instance, result, verification, options, digest)
