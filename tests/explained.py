"""Solve a small problem and read the one reason for a task, as a user does."""

from factory import person

from models.explanation import Reason, ReasonKind
from models.problem import Person, ProblemData, Reach
from optimizer.flows.pipeline import make_plan
from optimizer.report.reason_text import describe_reason
from optimizer.report.remedy_text import describe_remedy
from optimizer.report.wording import Wording
from optimizer.run.solve_options import SolveOptions

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
NETWORK = {"netwerk": 2}


def skilled(
    code: str = "P1",
    name: str = "Ona",
    *,
    ict: int = 10,
    bpt: int = 0,
    reach: Reach | None = None,
    max_tasks: int | None = None,
    max_schools: int | None = None,
    min_pedagogical_pct: int = 0,
) -> Person:
    """Someone with hours who knows the network."""
    return person(
        code, name=name, ict=ict, bpt=bpt, reach=reach, max_tasks=max_tasks,
        max_schools=max_schools, min_pedagogical_pct=min_pedagogical_pct, levels=NETWORK,
    )  # fmt: skip


def explained(data: ProblemData, number: str = "T01") -> tuple[Reason, str, str]:
    """The only reason for a task, with its sentence and its remedy."""
    answer = make_plan(data, OPTIONS)
    (reason,) = [reason for reason in answer.reasons if reason.task.task == number]
    words = Wording(answer.instance)
    return reason, describe_reason(words, reason), describe_remedy(words, reason)


def kind_of(data: ProblemData, number: str = "T01") -> ReasonKind:
    """The kind of the only reason for a task."""
    return explained(data, number)[0].kind
