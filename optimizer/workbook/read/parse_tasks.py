"""Rows of the task list to `Task` records: cluster titles, purple core tasks, struck-out rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.issues import error, warning
from models.problem import Task, TaskNumber
from models.vocabulary import (
    Applies,
    Cluster,
    Driver,
    OnSite,
    Priority,
    Rhythm,
    Role,
    TaskLevel,
)
from optimizer.workbook import labels
from optimizer.workbook.read import values
from optimizer.workbook.read.colours import is_purple
from optimizer.workbook.read.headers import Located, cell_text
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawCell
from optimizer.workbook.read.records import Collected, is_total, missing_key
from optimizer.workbook.read.rows import Row

_CLUSTER_STEMS: Mapping[str, Cluster] = {
    fold(label).split()[0].split("-")[0][:-1]: cluster for cluster, label in labels.CLUSTERS.items()
}
"""How a word that names each cluster begins, whatever its ending: `technisch`, `technische`."""


@dataclass(frozen=True)
class TaskRow:
    """A row that holds a task, and the cluster of the title row above it."""

    row: Row
    number: str
    title_cluster: Cluster | None


def named_cluster(text: str) -> Cluster | None:
    """The one cluster that a title names; `None` when it names none or more than one."""
    named = {cluster for stem, cluster in _CLUSTER_STEMS.items() if stem in fold(text)}
    return named.pop() if len(named) == 1 else None


def task_rows(located: Located) -> Mapping[TaskNumber, int]:
    """Row number per task, for writing results back; the first row of a number counts."""
    rows: dict[TaskNumber, int] = {}
    seen: set[str] = set()
    for entry in _walk(located, Collected()):
        if fold(entry.number) not in seen:
            seen.add(fold(entry.number))
            rows[TaskNumber(entry.number)] = entry.row.number
    return rows


def parse_tasks(located: Located, collected: Collected) -> tuple[Task, ...]:
    """Every task; the cluster of a title row holds for the rows below it."""
    tasks = []
    seen: dict[str, str] = {}
    for entry in _walk(located, collected):
        folded = fold(entry.number)
        if folded in seen:
            where = entry.row.cell("number").where
            collected.duplicates.append(("task", seen[folded], where))
            continue
        seen[folded] = entry.number
        collected.sources.update(entry.row.sources("task", entry.number, "number"))
        tasks.append(_task(entry))
    return tuple(tasks)


def _walk(located: Located, collected: Collected) -> Iterator[TaskRow]:
    cluster: Cluster | None = None
    for number in (row for row in located.sheet.rows if row > located.header_row):
        row = Row(located, number, collected.issues)
        code = row.text("number")
        title = _title_text(row)
        if title is not None and (named := named_cluster(title)):
            cluster = named
        elif row.cell("number").struck or row.cell("title").struck or is_total(row, "number"):
            continue
        elif code:
            yield TaskRow(row, code, cluster)
        elif title is not None:
            collected.issues.append(warning("row-without-number", row.cell("title").where))
        elif row.cell("number").is_empty and located.is_filled(number):
            collected.issues.append(missing_key(row, "number"))


def _title_text(row: Row) -> str | None:
    """The only text of a row in which no hours are typed; `None` for every other row."""
    filled = [c for c in row.located.sheet.rows[row.number].values() if not c.is_empty]
    texts = [cell for cell in filled if isinstance(cell.value, str)]
    hours = [row.cell(key) for key in ("fixed_hours", "unit_hours")]
    typed = any(isinstance(c.value, int | float) and not c.formula for c in hours)
    return cell_text(texts[0]) if len(texts) == 1 and not typed else None


def _task(entry: TaskRow) -> Task:
    row = entry.row
    core = row.flag("core", default=is_purple(row.cell("title").fill))
    rhythm = row.loose_choice("rhythm", labels.RHYTHMS)
    # Work that comes every day cannot be left for a year.
    is_essential = core or rhythm is Rhythm.DAILY
    return Task(
        number=TaskNumber(entry.number),
        cluster=_cluster(entry),
        title=row.text("title"),
        core=core,
        applies=row.choice("applies", labels.APPLIES, Applies.YES),
        level=row.choice("level", labels.TASK_LEVELS, TaskLevel.SCHOOL),
        priority=row.choice(
            "priority", labels.PRIORITIES, Priority.ESSENTIAL if is_essential else Priority.DESIRED
        ),
        fixed_hours=row.exact("fixed_hours"),
        unit_hours=row.exact("unit_hours"),
        driver=row.choice("driver", labels.DRIVERS, Driver.NONE),
        minimum_pct=row.optional_percent("minimum_pct"),
        required=_required(row),
        roles=_roles(row, "roles"),
        preferred=_roles(row, "preferred"),
        max_persons=row.whole("max_persons"),
        needs_backup=row.flag("needs_backup", default=False),
        outsource_pct=row.percent("outsource_pct"),
        rate=row.optional("rate"),
        on_site=row.choice("on_site", labels.ON_SITE, OnSite.NO),
        rhythm=rhythm,
        peak=row.text("peak"),
    )


def _cluster(entry: TaskRow) -> Cluster:
    """The cluster of the row; of a merged block its top cell; else that of the title above."""
    found = values.choice(_cluster_cell(entry.row), labels.CLUSTERS) or entry.title_cluster
    if found is None:
        where = entry.row.cell("number").where
        found = error("no-cluster", where, expected=tuple(labels.CLUSTERS.values()))
    if isinstance(found, Cluster):
        return found
    entry.row.issues.append(found)
    return Cluster.TECHNICAL


def _cluster_cell(row: Row) -> RawCell:
    column = row.located.columns.get("cluster")
    if column is None:
        return row.cell("cluster")
    return row.located.sheet.merged_cell(row.number, column)


def _required(row: Row) -> dict[str, int]:
    found = values.competences(row.cell("required"))
    if isinstance(found, dict):
        return found
    row.issues.append(found)
    return {}


def _roles(row: Row, key: str) -> frozenset[Role]:
    """The roles that a cell names; `ICT` stands for the four of the team."""
    roles: set[Role] = set()
    for part in values.parts(row.cell(key)) if row.text(key) else ():
        if fold(part) == fold(labels.ICT_TEAM):
            roles.update(labels.ICT_ROLES)
            continue
        found = values.choose(part, labels.ROLES, row.cell(key))
        if isinstance(found, Role):
            roles.add(found)
        else:
            row.issues.append(found)
    return frozenset(roles)
