"""The sheet of one school: who does what there, and what stays undone."""

from collections.abc import Iterator

from models.plan import TaskKey
from models.problem import GROUP
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer
from optimizer.explain.order import units_in_order
from optimizer.report.document import Block, Heading, Paragraph, Table
from optimizer.report.papers.agreed import Agreed
from optimizer.report.papers.paper import Paper, file_stem
from optimizer.report.tables.who import Who
from optimizer.workbook import labels

GROUP_TITLE = "Taken voor de hele groep"
HEADERS = ("taak", "uur nodig", "uur gepland", "wie, de verantwoordelijke eerst")


def school_papers(answer: Answer) -> Iterator[Paper]:
    """A sheet for every unit that has tasks, in the order of the workbook."""
    names = {school.code: school.name for school in answer.instance.data.schools}
    who, agreed = Who(answer), Agreed(answer)
    for unit in units_in_order(answer.instance.data):
        keys = [key for key in answer.tasks if key.unit == unit]
        if keys:
            title = GROUP_TITLE if unit == GROUP else names.get(unit) or unit
            blocks = (*_start(answer, title, keys), *agreed.card(unit), *_tasks(answer, who, keys))
            yield Paper(file_stem(unit, title), title, blocks)


def _start(answer: Answer, title: str, keys: list[TaskKey]) -> Iterator[Block]:
    yield Heading(title)
    asked = answer.hours(sum(answer.tasks[key].demand for key in keys))
    done = answer.hours(sum(answer.covered[key] for key in keys))
    yield Paragraph(f"{done} van {asked} uur per jaar gepland.")


def _tasks(answer: Answer, who: Who, keys: list[TaskKey]) -> Iterator[Block]:
    for cluster in Cluster:
        mine = [key for key in keys if answer.tasks[key].task.cluster is cluster]
        if mine:
            yield Heading(labels.CLUSTERS[cluster].capitalize(), 2)
            yield Table(HEADERS, tuple(_row(answer, who, key) for key in mine))


def _row(answer: Answer, who: Who, key: TaskKey) -> tuple[str, ...]:
    task = answer.tasks[key]
    return (
        f"{task.task.title} ({task.task.number})",
        str(answer.hours(task.demand)),
        str(answer.hours(answer.covered[key])),
        who.does(key) or "niemand",
    )
