"""Issues found in the input: facts with the address of the cell, no prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad an issue is: an error stops the run, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class CellRef:
    """Address of a cell, as `sheet!cell`; `cell` is empty when the whole sheet is meant."""

    sheet: str
    cell: str = ""

    @property
    def row(self) -> str:
        """The number of its row, as text."""
        return self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


@dataclass(frozen=True)
class Issue:
    """One problem in the input.

    Attributes
    ----------
    severity
        Error or warning.
    code
        Stable name such as `unknown-school`; the sentence for it is in `optimizer/report/text.py`.
    facts
        What the sentence needs: what stands there (`found`), what is expected (`expected`), ...
    where
        The cell, when the issue has one.
    """

    severity: Severity
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    where: CellRef | None = None


def error(code: str, where: CellRef | None = None, **facts: object) -> Issue:
    """An issue that stops the run."""
    return Issue(Severity.ERROR, code, facts, where)


def warning(code: str, where: CellRef | None = None, **facts: object) -> Issue:
    """An issue that the user should see but that does not stop the run."""
    return Issue(Severity.WARNING, code, facts, where)


def has_errors(issues: tuple[Issue, ...] | list[Issue]) -> bool:
    """Whether any of the issues stops the run."""
    return any(issue.severity is Severity.ERROR for issue in issues)
