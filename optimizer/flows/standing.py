"""The plan that stands in a workbook, with what the workbook states of it: one way to read it."""

from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from models.instance import Instance
from models.result import Result, status_of
from optimizer.explain.answer import Answer
from optimizer.explain.baseline import Baseline
from optimizer.explain.stored_plan import Stored, checked_plan, claimed, is_about
from optimizer.flows.checking import Checked, answer_of, check_workbook
from optimizer.report.status_text import STATUS_WORDS
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.read.collection import without_collection
from optimizer.workbook.read.parse_summary import Claims, parse_summary
from optimizer.workbook.read.reader import RawWorkbook


@dataclass(frozen=True)
class StandingPlan:
    """A workbook without errors; `stored` is its plan when one stands there that keeps every rule.

    `instance` is what the plan is a plan of.
    """

    raw: RawWorkbook
    instance: Instance
    stored: Stored | None

    @cached_property
    def input_hash(self) -> str:
        """SHA-256 of the workbook."""
        return sha256(self.raw.content).hexdigest()

    def base(self, stored: Stored) -> Baseline:
        """The plan with the bounds that the summary states, where it speaks of this plan.

        They are claims: they were proven when the plan was made, and may be a user's.
        """
        return claimed(self.instance, stored, self._claims.levels)

    @cached_property
    def _claims(self) -> Claims:
        return parse_summary(self.raw, self.instance.settings.grain)

    def answer(self, stored: Stored, options: SolveOptions) -> Answer:
        """The plan as the reports look at it: values of the checker, bounds and status as stated.

        The status of the result itself only counts what needs no claim: nothing is below 0.
        """
        bare = claimed(self.instance, stored, ())
        result = Result(status_of(bare.levels), stored.plan, self.base(stored).levels)
        found = answer_of(self.instance, result, stored.verification, options, self.input_hash)
        claims = self._claims
        is_stated = claims.status in STATUS_WORDS and is_about(self.instance, stored, claims.levels)
        return replace(
            found, given_previous=False, stated_status=claims.status if is_stated else ""
        )


@without_collection()
def read_standing(path: Path, columns: Path | None = None) -> StandingPlan:
    """Read a workbook and the plan that stands in it.

    `columns` is as in `optimizer.flows.pipeline.check_workbook`.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When it cannot be read, or has errors.
    """
    return standing_plan(check_workbook(path, columns))


def standing_plan(checked: Checked) -> StandingPlan:
    """The plan that stands in a workbook that was read.

    Raises
    ------
    InvalidProblemError
        When the workbook has errors.
    """
    instance = checked.usable()
    return StandingPlan(checked.raw, instance, checked_plan(instance))
