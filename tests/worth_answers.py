"""A school of two with a break in its points, solved, and what hours are worth around its plan."""

from functools import cache

from factory import person, plan_row, problem, school, task

from models.worth import Worth
from optimizer.explain.all_curves import compute_worth
from optimizer.explain.answer import Answer
from optimizer.flows.pipeline import make_plan
from optimizer.run.solve_options import SolveOptions
from optimizer.run.stop import Stop

OPTIONS = SolveOptions(time_limit=2, deterministic=True)
NETWORK = {"netwerk": 2}


@cache
def answered() -> Answer:
    """The fourth extra point completes the helpdesk; Ona has a name that is markup."""
    return make_plan(
        problem(
            schools=[school(ict_points=10)],
            persons=[
                person(name="Ona <b>", ict=30, levels=NETWORK),
                person("P2", name="Bas", ict=30, levels={"netwerk": 1}),
            ],
            tasks=[
                task(title="Helpdesk", hours=14, minimum_pct=100, required=NETWORK, max_persons=1),
                task("T02", title="Wifi", hours=8, required=NETWORK, max_persons=1),
            ],
            previous=[plan_row("T02", hours=8)],
        ),
        OPTIONS,
    )


@cache
def answered_worth() -> Worth:
    """The curves around that plan."""
    return worth_of(answered())


def worth_of(answer: Answer, stop: Stop | None = None) -> Worth:
    """The curves around a plan."""
    return compute_worth(answer.instance, answer.result, OPTIONS, stop=stop)
