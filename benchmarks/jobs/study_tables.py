"""The tables and the page of a study of so many runs that nobody computed: what they take."""

import tempfile
import time
from pathlib import Path

from benchmarks.invented_runs import write_journal
from benchmarks.memory import KIB, program_peak
from benchmarks.process import Json
from optimizer.series.runner import Counts
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.publish import write_study
from optimizer.series.study.results.store import fill_store
from optimizer.series.study.study import Population, Study
from optimizer.series.study.summary.summary import summarise

POINTS, REPLICATIONS = (1, 2, 3, 4), 10


def run(arguments: Json) -> Json:
    """Seconds of the processor and MiB of memory, from the journal to the page."""
    schools = arguments["runs"] // (len(POINTS) * REPLICATIONS)
    design = Study(Population(schools), {"ict": POINTS}, replications=REPLICATIONS).design()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_journal(folder / "verloop.jsonl", design)
        began, before = time.process_time(), program_peak()
        store = fill_store(design, folder / "verloop.jsonl", folder)
        tables = summarise(design, store)
        write_study(StudyResult(design, folder, store, tables, {}, Counts()))
        return {
            "runs": len(store.runs),
            "seconds": time.process_time() - began,
            "before": before,
            "program": program_peak(),
            "page": (folder / "studie.html").stat().st_size,
            "parquet": sum(p.stat().st_size for p in folder.glob("*/*.parquet")) / KIB**2,
        }
