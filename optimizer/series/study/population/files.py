"""A population as ordinary workbooks, one per school or group, and a list of its schools."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from models.problem import ProblemData
from optimizer.report.population_text import (
    ABSENT_REMARK,
    LIST_HEADERS,
    LIST_NAME,
    describe_school,
    schools_note,
)
from optimizer.run.series_errors import SeriesError
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.registry import POOL, changed
from optimizer.series.study.population.flanders import Block, Population, draw_problem
from optimizer.workbook.template.template import Filling, write_filled
from optimizer.workbook.write.storage import write_file


def write_population(folder: Path, population: Population, draws: Draws, pool_pct: int) -> int:
    """Write a folder with the workbooks of a population; how many there are.

    The folder appears when all of it is written. The same population and draws give the same
    files.

    Raises
    ------
    SeriesError
        `not-empty` when the folder holds something, `no-folder` when it cannot be made.
    WorkbookError
        `not-writable` when a file cannot be written.
    """
    folder = folder.resolve()
    if folder.exists() and any(folder.iterdir()):
        raise SeriesError("not-empty", folder=folder)
    try:
        beside = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        raise SeriesError("no-folder", folder=folder) from error
    try:
        count = _write(beside, population, draws, pool_pct)
        _put_in_place(beside, folder)
    finally:
        rmtree(beside, ignore_errors=True)
    return count


def grouped(draws: Draws, numbers: Iterable[int], pool_pct: int) -> ProblemData:
    """The problem of a group of these schools, that pool so much of what they have."""
    return changed(draw_problem(draws, numbers), {POOL: Decimal(pool_pct)}, draws)


def _put_in_place(made: Path, folder: Path) -> None:
    """Give a folder its name, for which an empty one makes room."""
    try:
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
        folder.chmod(0o755)
    except OSError as error:
        raise SeriesError("no-folder", folder=folder) from error


def _write(folder: Path, population: Population, draws: Draws, pool_pct: int) -> int:
    rows: list[tuple[str, ...]] = [LIST_HEADERS]
    note = schools_note(draws.seed, draws.replication)
    blocks = population.blocks()
    for block in blocks:
        data = (
            grouped(draws, block.numbers, pool_pct)
            if population.groups
            else draw_problem(draws, block.numbers)
        )
        name = f"{_name(block, data)}.xlsx"
        remarks = (ABSENT_REMARK,) * len(data.deviations)
        write_filled(folder / name, Filling(data, remarks, note))
        rows += _rows(name, data)
    stream = StringIO()
    csv.writer(stream, delimiter=";").writerows(rows)
    write_file(folder / LIST_NAME, stream.getvalue().encode("utf-8-sig"))
    return len(blocks)


def _name(block: Block, data: ProblemData) -> str:
    """The code of the group, or of the only school."""
    return block.code if len(data.schools) > 1 else data.schools[0].code


def _rows(name: str, data: ProblemData) -> Iterator[tuple[str, ...]]:
    for school in data.schools:
        team = [person for person in data.persons if person.home == school.code]
        yield describe_school(name, school, team)
