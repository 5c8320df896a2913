"""A study of so many small schools: what its runs take, and what the program takes around them."""

import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from benchmarks.memory import program_peak
from benchmarks.process import Json
from models.problem import ProblemData
from optimizer.series.runner import Counts
from optimizer.series.study.draws import Draws
from optimizer.series.study.population.flanders import draw_problem
from optimizer.series.study.publish import write_study
from optimizer.series.study.run_file import run_study
from optimizer.workbook.template.template import Filling, write_filled

EVERY = 20
"""One of so many tasks of the packaged list is kept."""
STUDY = """\
naam = "groei"
tijd = 1
niveaus = ["kern", "balans", "dekking"]
[populatie]
werkboeken = ["*.xlsx"]
"""


def small_school() -> ProblemData:
    """A drawn primary school, of which the tasks are but a few."""
    data = draw_problem(Draws(1), (1,))
    return replace(data, tasks=data.tasks[::EVERY], deviations=())


def run(arguments: Json) -> Json:
    """Seconds of the processor and MiB of memory of one study; nothing is left of it."""
    ticks: list[float] = []

    def tick(_counts: Counts) -> None:
        ticks.append(time.process_time())

    with tempfile.TemporaryDirectory() as folder:
        path = _write(Path(folder), arguments["schools"])
        began = _processor_seconds()
        done = run_study(path, Path(folder) / "out", jobs=arguments["jobs"], on_progress=tick)
        write_study(done)
        everything = _processor_seconds() - began
        work = float(done.runs["seconds"].sum())
    return {
        "planned": done.planned,
        "work": work,
        "everything": everything,
        "handing_out": (ticks[-1] - ticks[0]) / max(1, len(ticks) - 1),
        "program": program_peak(),
    }


def _write(folder: Path, schools: int) -> Path:
    """The same workbook under many names, and the study of them."""
    copies_of_small_school(folder, schools)
    path = folder / "studie.toml"
    path.write_text(STUDY, encoding="utf-8")
    return path


def copies_of_small_school(folder: Path, schools: int) -> None:
    """The workbook of the small school, under so many names."""
    first = folder / "school_00000.xlsx"
    write_filled(first, Filling(small_school()))
    for number in range(1, schools):
        copyfile(first, folder / f"school_{number:05}.xlsx")


def _processor_seconds() -> float:
    """Of this process and of all its workers that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
