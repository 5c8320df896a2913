"""A batch from beginning to end: what is done already, what still has to be, and the overview."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from optimizer.report.batch_row import WITH_PLAN, ItemStatus, Json
from optimizer.report.batch_text import describe_crash
from optimizer.run.series_errors import SeriesError
from optimizer.run.solve_options import WORKER_SET
from optimizer.run.stop import Stop
from optimizer.run.versions import versions_line
from optimizer.series.batch.item import Item, hash_of, plan_item
from optimizer.series.batch.overview import write_overview
from optimizer.series.batch.sources import plan_names
from optimizer.series.executors import LocalProcesses
from optimizer.series.folder import prepare_folder, writing
from optimizer.series.journal import Entry, Journal
from optimizer.series.runner import Counts, Unit, run_units

JOURNAL = "verloop.jsonl"


@dataclass(frozen=True)
class BatchOptions:
    """What is asked for every workbook; see `Item`."""

    columns: Path | None = None
    time_limit: float | None = None
    seed: int | None = None
    deterministic: bool = False


@dataclass(frozen=True)
class Batch:
    """A batch that ended: a row per workbook in their order, and what this run did of them.

    `gone` are the plans in the folder of which the workbook is no longer there.
    """

    rows: tuple[Json, ...]
    counts: Counts
    gone: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every workbook has its plan, and none was cut short."""
        return not self.unfinished and all(row["status"] in WITH_PLAN for row in self.rows)

    @property
    def unfinished(self) -> int:
        """Workbooks that a request to stop kept from their plan, or from the rest of the search."""
        stopped = {ItemStatus.INTERRUPTED, ItemStatus.NOT_DONE}
        return sum(row["status"] in stopped for row in self.rows)


def run_batch(
    sources: Sequence[Path],
    folder: Path,
    options: BatchOptions,
    *,
    jobs: int = 1,
    resume: bool = False,
    stop: Stop | None = None,
    on_progress: Callable[[Counts], None] = lambda counts: None,
) -> Batch:
    """Make a plan of every workbook in a folder of plans, and the overview beside them.

    A plan is made again only when its workbook, what is asked, or the program has changed since
    it was made, or when the plan is gone. The workbooks themselves are never written.

    Parameters
    ----------
    sources
        The workbooks, as `find_workbooks` gives them.
    folder
        Where everything goes; made when it is missing.
    options
        What is asked for every workbook.
    jobs
        Workbooks that are worked on at the same time, each in a process of its own.
    resume
        Whether to go on with what stands in the folder; without it, the folder must be empty.
    stop
        When requested, nothing more begins, and what runs ends with the best plan so far.
    on_progress
        Told how many workbooks are behind.

    Raises
    ------
    SeriesError
        `has-results`, `not-empty`, `holds-inputs`, `no-folder`, `read-only` or `disk-full` when
        the folder cannot be used,
        `in-use` when another batch works in it, `damaged` when its journal is.
    WorkbookError
        `not-writable` when the overview cannot be written; the plans are there.
    """
    _check_sources(folder, sources)
    prepare_folder(folder, JOURNAL, resume=resume)
    with writing(folder), Journal(folder / JOURNAL) as journal:
        names = plan_names(sources, _known_names(journal))
        items = [_item(source, folder / names[source], options, jobs) for source in sources]
        units = [Unit(_key(item), item) for item in items]
        _forget_lost(journal, units)
        counts = run_units(units, plan_item, LocalProcesses(jobs), journal, stop, on_progress)
        rows, gone = _rows(journal, units), _gone(journal, folder)
    write_overview(folder, rows)
    return Batch(rows, counts, gone)


def _check_sources(folder: Path, sources: Iterable[Path]) -> None:
    inside = {source.name for source in sources if source.resolve().parent == folder.resolve()}
    if inside:
        raise SeriesError("holds-inputs", folder=folder)


def _item(source: Path, target: Path, options: BatchOptions, jobs: int) -> Item:
    threads = len(WORKER_SET) if jobs == 1 else 1
    return Item(source.resolve(), target, hash_of(source), threads=threads, **asdict(options))


def _known_names(journal: Journal) -> dict[str, str]:
    """What the plans were called in earlier runs, by the path of the workbook."""
    results = (entry.result for entry in journal.entries())
    return {str(row["source"]): str(row["name"]) for row in results if "name" in row}


def _gone(journal: Journal, folder: Path) -> tuple[str, ...]:
    """The plans of earlier runs that are there while their workbook is not."""
    known = _known_names(journal).items()
    return tuple(
        name for source, name in known if not Path(source).exists() and (folder / name).exists()
    )


def _key(item: Item) -> str:
    """The same for two items that give the same plan under the same name."""
    asked = {
        "input": item.input_hash,
        "columns": hash_of(item.columns) if item.columns else None,
        "name": item.target.name,
        "time_limit": item.time_limit,
        "seed": item.seed,
        "deterministic": item.deterministic,
        "versions": versions_line(),
    }
    return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _forget_lost(journal: Journal, units: Iterable[Unit[Item]]) -> None:
    """A plan that somebody took away is made again."""
    written = {e.key for e in journal.entries() if e.result.get("status") in WITH_PLAN}
    for unit in units:
        if unit.key in written and not unit.payload.target.exists():
            journal.forget(unit.key)


def _rows(journal: Journal, units: Sequence[Unit[Item]]) -> tuple[Json, ...]:
    latest = {entry.key: entry for entry in journal.entries()}
    return tuple(_row(unit.payload, latest.get(unit.key)) for unit in units)


def _row(item: Item, entry: Entry | None) -> Json:
    """What is known of a workbook, also when nothing, or only that its process died."""
    if entry is not None and "status" in entry.result:
        return entry.result
    row: Json = {"source": str(item.source), "name": item.target.name}
    if entry is None:
        return {**row, "status": ItemStatus.NOT_DONE, "errors": 0, "first_error": None}
    message = describe_crash(str(entry.result.get("error")))
    return {**row, "status": ItemStatus.INTERNAL, "errors": 1, "first_error": message}
