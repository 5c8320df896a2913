"""Answers on the sheet of the guided start that nobody carried out yet."""

from models.guideline import guide
from models.issues import Issue, warning
from models.problem import ProblemData
from optimizer.flows.step_exceptions import school_wishes, settled_exceptions
from optimizer.flows.step_outcome import Fate
from optimizer.flows.step_settings import settled, wished
from optimizer.workbook.read.parse_steps import parse_steps
from optimizer.workbook.read.reader import RawWorkbook


def pending_steps(raw: RawWorkbook, data: ProblemData) -> tuple[Issue, ...]:
    """A warning when answers ask for cells that do not say so, and for answers that are none.

    A cell that somebody changed after its answer was carried out is no reason: that counts.
    """
    steps = parse_steps(raw)
    if steps is None or not any(row.answer for row in steps.rows.values()):
        return ()
    wrong = tuple(warning(each.code, each.where, **each.facts) for each in steps.issues)
    standing = [each for row in steps.rows.values() for each in row.sets]
    facts = (data, guide(steps.replies), steps)
    told = [
        *settled(raw, data, standing, wished(*facts)).told,
        *settled_exceptions(raw, standing, school_wishes(*facts)).told,
    ]
    waiting = [each.cell for each in told if each.fate in (Fate.SET, Fate.BACK)]
    if not waiting:
        return wrong
    header = steps.located.cell(steps.located.header_row, "answer").where
    first = waiting[0]
    place = ", ".join((first.sheet, first.record))
    return (*wrong, warning("steps-pending", header, place=place, value=first.value))
