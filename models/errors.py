"""One base error and its five kinds; each carries facts, the sentences are elsewhere."""

from collections.abc import Sequence

from models.explanation import Conflict
from models.issues import Issue
from models.problem import ProblemData


class TaakverdelerError(Exception):
    """Base of every error that this program raises on purpose."""


class WorkbookError(TaakverdelerError):
    """The file cannot be read or written as a workbook; `code` names why, `facts` say what.

    Codes are listed in `optimizer/report/text.py`, which holds the sentence for each.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(f"{code}: {facts}")
        self.code = code
        self.facts = facts


class InvalidProblemError(TaakverdelerError):
    """The workbook was read but its content is wrong; carries every issue found."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        super().__init__(f"{len(issues)} issues")
        self.issues = tuple(issues)


class InfeasibleError(TaakverdelerError):
    """Proven: no plan keeps all hard rules of `data`; carries the smallest conflict found."""

    def __init__(self, conflict: Conflict, data: ProblemData) -> None:
        super().__init__("proven infeasible")
        self.conflict = conflict
        self.data = data


class NoSolutionError(TaakverdelerError):
    """Nothing was found within the limit, and nothing was proven."""


class VerificationError(TaakverdelerError):
    """A plan, or the proof of one, does not hold: an internal error, never the user's fault."""

    def __init__(self, violations: Sequence[object]) -> None:
        super().__init__("; ".join(str(violation) for violation in violations))
        self.violations = tuple(violations)
