"""Reading and writing a workbook, without the search between them."""

import tempfile
import time
from pathlib import Path

from benchmarks.process import Json
from optimizer.flows.checking import check_workbook
from optimizer.flows.pipeline import make_plan
from optimizer.report.tables import all_rows
from optimizer.run.solve_options import SolveOptions
from optimizer.workbook.write.writer import check_editable, write_result

SEARCH_SECONDS = 2.0
"""Any plan will do: it only has to be written."""


def run(arguments: Json) -> Json:
    """Seconds to read and check the workbook, and to write a plan into a copy of it."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.xlsx"
        began = time.monotonic()
        checked = check_workbook(Path(arguments["file"]))
        check_editable(checked.raw, target)
        reading = time.monotonic() - began
        if checked.data is None:
            raise ValueError(f"{arguments['file']} cannot be read")
        rows = all_rows(make_plan(checked.data, SolveOptions(SEARCH_SECONDS)))
        began = time.monotonic()
        write_result(checked.raw, checked.data, rows, target)
        writing = time.monotonic() - began
    return {"reading": reading, "writing": writing}
