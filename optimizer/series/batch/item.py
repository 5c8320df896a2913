"""One workbook of a batch, worked on in a process of its own."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from models.errors import InfeasibleError, InvalidProblemError, NoSolutionError, WorkbookError
from models.issues import Severity
from models.settings import Settings
from optimizer.flows.pipeline import optimize_workbook
from optimizer.report.batch_row import ItemStatus, answer_facts
from optimizer.report.batch_text import NOTHING_FOUND
from optimizer.report.conflict_text import describe_conflict, no_plan
from optimizer.report.text import describe_issue, describe_workbook_error
from optimizer.run.solve_options import SolveOptions
from optimizer.series.executors import stop_request
from optimizer.series.runner import UnfinishedError

Row = dict[str, object]
_PASSING = frozenset(
    {
        "not-found",
        "in-use",
        "unreadable",
        "not-writable",
        "disk-full",
        "read-only",
        "locked",
        "changed-meanwhile",
    }
)
"""Refusals that may be gone at the next attempt, although the workbook stays as it is."""


@dataclass(frozen=True)
class Item:
    """What is asked for one workbook.

    `time_limit` (seconds) and `seed` are `None` when the workbook decides; `threads` is what the
    solver may use; `input_hash` is what the workbook was when the batch began.
    """

    source: Path
    target: Path
    input_hash: str
    columns: Path | None
    time_limit: float | None
    seed: int | None
    deterministic: bool
    threads: int

    def options(self, settings: Settings) -> SolveOptions:
        """The solver's options, from here or from the workbook."""
        chosen = SolveOptions.of(
            settings, self.time_limit, self.seed, deterministic=self.deterministic
        )
        return replace(chosen, threads=self.threads)


def hash_of(path: Path) -> str:
    """SHA-256 of a file; empty when it cannot be read, which is for the work to report."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def plan_item(item: Item) -> Mapping[str, object]:
    """Make and write the plan of one workbook; the row that tells how it went.

    Raises
    ------
    UnfinishedError
        With the row, when another attempt on the same workbook may go better.
    """
    began = time.monotonic()
    row, lasting = _attempt(item)
    row |= {
        "source": str(item.source),
        "name": item.target.name,
        "seconds": round(time.monotonic() - began, 1),
    }
    if not lasting:
        raise UnfinishedError(row)
    return row


def _attempt(item: Item) -> tuple[Row, bool]:
    """The row, and whether it holds as long as the workbook stays as it is."""
    try:
        done = optimize_workbook(
            item.source, item.target, item.options, stop_request(), columns=item.columns
        )
    except InvalidProblemError as refusal:
        errors = [issue for issue in refusal.issues if issue.severity is Severity.ERROR]
        return _failure(ItemStatus.INVALID, describe_issue(errors[0]), len(errors)), True
    except WorkbookError as refusal:
        lasting = refusal.code not in _PASSING
        return _failure(ItemStatus.REFUSED, describe_workbook_error(refusal)), lasting
    except InfeasibleError as refusal:
        told = describe_conflict(refusal.data, refusal.conflict)
        lines = (no_plan(refusal.conflict), *told)
        return _failure(ItemStatus.INFEASIBLE, " ".join(line.strip() for line in lines)), True
    except NoSolutionError:
        return _failure(ItemStatus.NOTHING_FOUND, NOTHING_FOUND), item.deterministic
    warnings = len(done.issues)
    row = answer_facts(done.answer) | {"errors": 0, "warnings": warnings, "first_error": None}
    return row, done.answer.provenance.input_hash == item.input_hash


def _failure(status: ItemStatus, sentence: str, errors: int = 1) -> Row:
    return {"status": status, "errors": errors, "first_error": sentence}
