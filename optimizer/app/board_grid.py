"""The board: tasks × people, hours in the cells, load above; what is typed in it is a trial."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.agenda import TaskInstance
from models.choice import is_chosen
from models.instance import Instance
from models.plan import Plan, TaskKey
from models.problem import PersonCode, ProblemData, TaskNumber, UnitCode
from models.since import Since, touched_people, touches
from models.vocabulary import Cluster
from optimizer.app.grid import Cell, Grid, GridColumn, GridRow, Params
from optimizer.app.program import Program
from optimizer.explain.order import task_place
from optimizer.flows.judging import Judged
from optimizer.report.wording import Wording
from optimizer.workbook import labels
from optimizer.workbook.read.matching import fold

PERSON = "p:"
"""Before the code of a person, in the key of a column."""
LEAD, BACKUP = "V", "B"
"""What stands in a cell for who answers for a task, and for who can take it over."""
SINCE = "; gewijzigd sinds dit plan gemaakt is"
CLUSTER_CSS: Mapping[Cluster, str] = {
    Cluster.TECHNICAL: "c1",
    Cluster.PEDAGOGICAL: "c2",
    Cluster.POLICY: "c3",
    Cluster.ADMINISTRATIVE: "c4",
}
FRONT = (
    GridColumn("number", "nr", 52, frozen=True, fixed=True),
    GridColumn("title", "taak", 300, frozen=True, fixed=True),
    GridColumn("unit", "school", 68, "School, of GROEP.", frozen=True, fixed=True),
    GridColumn("demand", "gevraagd", 84, "Uren per jaar.", fixed=True, numeric=True),
    GridColumn("covered", "gepland", 76, "Uren per jaar, externe firma meegerekend.", fixed=True,
               numeric=True),
    GridColumn("bought", "extern", 62, "Uren van een externe firma.", fixed=True, numeric=True),
)  # fmt: skip


def key_of(row: str) -> TaskKey:
    """The task of a row."""
    number, _, unit = row.rpartition("@")
    return TaskKey(TaskNumber(number), UnitCode(unit))


def person_of(column: str) -> PersonCode | None:
    """The person of a column; `None` for another column."""
    return PersonCode(column.removeprefix(PERSON)) if column.startswith(PERSON) else None


def board_grid(program: Program, params: Params) -> Grid:
    """The board under a filter; empty while the workbook has errors."""
    board = program.desk.board
    if board is None:
        return Grid((), ())
    return _Board(board, program.desk.judged, program.since_plan, params).grid()


@dataclass(frozen=True)
class _Filter:
    """Which tasks and people are shown."""

    word: str
    unit: str
    cluster: str
    person: str
    open_only: bool

    @classmethod
    def of(cls, params: Params) -> "_Filter":
        return cls(
            word=fold(params.get("zoek", "")),
            unit=params.get("school", ""),
            cluster=params.get("cluster", ""),
            person=params.get("persoon", ""),
            open_only=bool(params.get("open")),
        )

    def keeps(self, task: TaskInstance, covered: int) -> bool:
        return (
            (not self.word or self.word in fold(f"{task.key.task} {task.task.title}"))
            and self.unit in ("", task.key.unit)
            and (not self.cluster or self.cluster == labels.CLUSTERS[task.task.cluster])
            and (not self.open_only or covered < task.demand)
        )


class _Board:
    """One look at a plan."""

    def __init__(
        self, board: Judged, before: Judged | None, since: tuple[Since, ...], params: Params
    ) -> None:
        self._board = board
        self._instance = board.instance
        self._plan = board.plan
        self._filter = _Filter.of(params)
        self._words = Wording(board.instance)
        self._grain = board.instance.settings.grain
        self._hours = board.plan.hours_by_pair()
        self._covered = board.plan.covered()
        self._bought: dict[TaskKey, int] = defaultdict(int)
        for (key, _), grains in board.plan.outsourced.items():
            self._bought[key] += grains
        self._able: dict[TaskKey, list[PersonCode]] = defaultdict(list)
        for key, person in board.instance.payers:
            self._able[key].append(person)
        self._before = _marks(before.plan) if before is not None else None
        self._now = _marks(board.plan)
        self._broken = _Broken(board)
        self._pinned = _pinned(board.instance)
        self._since = since
        self._touched = touched_people(since)

    def grid(self) -> Grid:
        place = task_place(self._instance.data)
        tasks = sorted(self._instance.tasks, key=lambda task: place(task.key))
        if self._filter.open_only:
            # Nothing is open at a level that the plan did not choose.
            tasks = [task for task in tasks if is_chosen(task, self._plan.leads)]
        chosen = [t for t in tasks if self._filter.keeps(t, self._covered.get(t.key, 0))]
        people = self._people(chosen)
        columns = [*FRONT, *(self._column(code) for code in people)]
        return Grid(columns, [self._row(task, people) for task in chosen])

    def _people(self, tasks: Iterable[TaskInstance]) -> list[PersonCode]:
        """Everybody with hours; under a filter only who does or can do any of the tasks."""
        data, chosen = self._instance.data, self._filter
        if chosen.person:
            return [p.code for p in data.persons if p.code == chosen.person]
        if not chosen.unit:
            return [p.code for p in data.persons]
        shown = {code for task in tasks for code in self._able[task.key]}
        # Who is at home there first: the others follow in their own order.
        people = sorted(data.persons, key=lambda person: person.home != chosen.unit)
        return [person.code for person in people if person.code in shown]

    def _column(self, code: PersonCode) -> GridColumn:
        load = self._board.verification.loads.get(code, 0)
        capacity = self._instance.total_capacity(code)
        share = round(100 * load / capacity) if capacity else 0
        text = f"{load * self._grain}/{capacity * self._grain} u"
        over = load > capacity or code in self._broken.people
        bar = {"share": share, "text": text, "over": over}
        name = self._words.person(code)
        is_touched = code in self._touched
        css = "fout" if code in self._broken.people else "sinds" if is_touched else ""
        return GridColumn(
            key=f"{PERSON}{code}",
            title=name.partition(" (")[0],
            width=92,
            help=f"{name}: {text}{SINCE if is_touched else ''}",
            numeric=True,
            css=css,
            bar=bar,
            empty_css="niet",
        )

    def _row(self, task: TaskInstance, people: Sequence[PersonCode]) -> GridRow:
        key, covered = task.key, self._covered.get(task.key, 0)
        bought = self._bought.get(key, 0)
        cells: dict[str, Cell] = {
            "number": key.task,
            "title": {"v": task.task.title, "c": CLUSTER_CSS[task.task.cluster]},
            "unit": key.unit,
            "demand": str(task.demand * self._grain),
            "covered": self._covered_cell(task, covered),
            "bought": str(bought * self._grain) if bought else "",
        }
        shown = {*people}
        wanted = {*self._able[key], *self._now.get(key, {})} & shown
        for code in wanted:
            cells[f"{PERSON}{code}"] = self._cell(key, code)
        return GridRow(str(key), cells, "kern" if task.task.core else "")

    def _covered_cell(self, task: TaskInstance, covered: int) -> Cell:
        text = str(covered * self._grain)
        if task.key in self._broken.tasks:
            return {"v": text, "c": "fout", "t": "deze taak breekt een regel"}
        return {"v": text, "c": "tekort" if covered < task.demand else "rond"}

    def _cell(self, key: TaskKey, code: PersonCode) -> Cell:
        mark = self._now.get(key, {}).get(code, "")
        hours = self._hours.get((key, code), 0) * self._grain
        text = f"{hours or ''} {mark}".strip()
        classes = [self._state(key, code)]
        if (key, code) in self._broken.pairs:
            classes.append("fout")
        if (key, code) in self._pinned:
            classes.append("geprikt")
        if self._is_changed(key, code, hours, mark):
            classes.append("gewijzigd")
        if touches(self._since, key, code):
            classes.append("sinds")
        if not text:
            return {"c": " ".join(classes)}
        return {"v": text, "c": " ".join(classes), "t": self._told(code, hours, mark)}

    def _state(self, key: TaskKey, code: PersonCode) -> str:
        if (key, code) in self._instance.learners:
            return "leert"
        return "kan" if (key, code) in self._instance.payers else "niet"

    def _is_changed(self, key: TaskKey, code: PersonCode, hours: int, mark: str) -> bool:
        if self._before is None or self._before is self._now:
            return False
        return False if not hours and not mark else self._differs(key, code)

    def _differs(self, key: TaskKey, code: PersonCode) -> bool:
        return (self._before or {}).get(key, {}).get(code) != self._now.get(key, {}).get(code)

    def _told(self, code: PersonCode, hours: int, mark: str) -> str:
        role = {LEAD: "verantwoordelijke", BACKUP: "back-up"}.get(mark, "uitvoerder")
        return f"{self._words.person(code)}: {role}{f', {hours} uur per jaar' if hours else ''}"


def _marks(plan: Plan) -> Mapping[TaskKey, Mapping[PersonCode, str]]:
    """The sign of everybody on every task: who leads, who can take over, or none."""
    found: dict[TaskKey, dict[PersonCode, str]] = defaultdict(dict)
    for key, person, _ in plan.hours:
        found[key][person] = ""
    for key, people in plan.backups.items():
        found[key] |= dict.fromkeys(people, BACKUP)
    for key, person in plan.leads.items():
        found[key][person] = LEAD
    return found


class _Broken:
    """The tasks, people and pairs about which a rule is broken."""

    def __init__(self, board: Judged) -> None:
        self.tasks: set[object] = set()
        self.people: set[object] = set()
        self.pairs: set[tuple[object, object]] = set()
        for violation in board.verification.violations:
            task, person = violation.facts.get("task"), violation.facts.get("person")
            if task is not None and person is not None:
                self.pairs.add((task, person))
            elif task is not None:
                self.tasks.add(task)
            elif person is not None:
                self.people.add(person)


def _pinned(instance: Instance) -> set[tuple[TaskKey, PersonCode]]:
    return {*instance.pins.works, *instance.pins.leads, *instance.pins.backups}


def schools_of(data: ProblemData) -> list[tuple[str, str]]:
    """The units to choose from, with their names."""
    return [(str(school.code), school.name) for school in data.schools]
