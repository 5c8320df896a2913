"""What is written when the work is saved: cells, and a plan that keeps every rule."""

import tempfile
from pathlib import Path

from models.instance import Instance
from optimizer.app.state.draft import Draft
from optimizer.app.state.opened import Opened
from optimizer.flows.judging import answer_to, judge
from optimizer.report.tables import all_rows
from optimizer.workbook.write.cell_edits import Filled, write_edits


def filled(opened: Opened, draft: Draft, instance: Instance) -> Filled | None:
    """The tables of the plan for the cells as they are now; `None` when it breaks a rule.

    Changes are counted against the plan that stands in the file.
    """
    answer = draft.plan
    if answer is None:
        return None
    if answer.instance.data != instance.data:
        judged = judge(instance, answer.plan, answer.result.levels)
        if not judged.is_kept:
            return None
        answer = answer_to(judged, opened.input_hash)
    return Filled(answer.instance.data, all_rows(answer))


def image(opened: Opened, draft: Draft, along: Filled | None) -> bytes:
    """The workbook as it would be saved.

    Raises
    ------
    WorkbookError
        As `optimizer.workbook.write.cell_edits.write_edits`.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / opened.path.name
        write_edits(opened.named, draft.edits, copy, along)
        return copy.read_bytes()
