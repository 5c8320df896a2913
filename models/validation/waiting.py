"""What follows from an error waits for it: one cell that cannot be read is one message, not forty.

A check looks at the fields of records. Where one of these could not be read, or has an error of its
own, it holds a stand-in, and what a check says of that says nothing of the workbook.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.issues import CellRef, Issue, Severity, warning
from models.naming import TaskName
from models.problem import GROUP, ProblemData

Field = tuple[str, str, str]
"""A key of `ProblemData.sources`: record, code, attribute."""


@dataclass(frozen=True)
class Needs:
    """Fields on which a message rests: of all records of a kind, or of one of them.

    `subject` is the name of the fact of an issue that says which record, or `unit` or `row` for the
    school or the row of its cell; empty for all of them.
    An attribute that ends with a colon stands for all that begin so. No attributes are all.
    """

    record: str
    attributes: tuple[str, ...] = ()
    subject: str = ""

    def holds(self, key: Field, issue: Issue) -> bool:
        """Whether the message rests on this field."""
        record, code, attribute = key
        if record != self.record or (self.subject and not _is_about(issue, self.subject, code)):
            return False
        return not self.attributes or any(
            attribute.startswith(each) if each.endswith((":", ".")) else attribute == each
            for each in self.attributes
        )


_HOURS = ("ict_hours", "bpt_hours", "other_hours")
_PLACE = ("home", "reach")
_MEANS = ("ict_points", "bpt_hours", "other_hours", "pool_pct")
_COUNTS = ("pupils", "devices", "teachers", "sites")
_DEMAND = ("applies", "level", "fixed_hours", "unit_hours", "driver")
_WHO = Needs("person", (*_PLACE, "role"))
_OWN_HOURS = Needs("person", _HOURS, "person")
_ROW = Needs("deviation", (), "row")
_AGENDA = (Needs("task", _DEMAND), Needs("school", _COUNTS))
_OWN_DEMAND = (Needs("task", _DEMAND, "task"), Needs("school", _COUNTS, "unit"))

WAITS: Mapping[str, tuple[Needs, ...]] = {
    "person-without-hours": (_OWN_HOURS,),
    "pinned-without-hours": (_OWN_HOURS,),
    "nobody-has-hours": (Needs("person", _HOURS),),
    "nobody-has-levels": (Needs("person", ("level:",)), Needs("task", ("required",))),
    "nobody-reaches-group": (_WHO,),
    "no-person-allowed": (_WHO, Needs("task", ("roles",)), Needs("deviation")),
    "no-competent-person": (_WHO, Needs("person", ("level:",)), Needs("task", ("required",))),
    "no-person-paid": (_WHO, Needs("person", _HOURS), Needs("school", _MEANS)),
    "points-exceeded": (
        Needs("person", ("home", "diploma", "ict_hours")),
        Needs("school", _MEANS),
        Needs("setting"),
    ),
    "bpt-above-ceiling": (
        Needs("person", ("home", "bpt_hours")),
        Needs("school", ("bpt_hours", "lesson_hours"), "unit"),
    ),
    "open-appointment-without-points": (Needs("person", ("home",), "person"),),
    "tasks-without-rate": (
        Needs("school", ("operating_euro",)),
        Needs("task", ("outsource_pct", "rate")),
        Needs("setting"),
    ),
    "class-counts-differ": (Needs("school", ("pupils", "class_counts."), "unit"),),
    "points-not-computable": (Needs("school", (), "unit"),),
    "deviation-needs-person": (_ROW,),
    "deviation-needs-value": (_ROW,),
    "deviation-matches-nothing": (_ROW, *_AGENDA),
    "pin-matches-nothing": _OWN_DEMAND,
    "pin-out-of-reach": (Needs("person", _PLACE, "person"),),
    "pin-wrong-role": (Needs("person", ("role",), "person"), Needs("task", ("roles",), "task")),
    "pin-not-competent": (
        Needs("person", ("level:",), "person"),
        Needs("task", ("required",), "task"),
    ),
    "lead-not-competent": (
        Needs("person", ("level:",), "person"),
        Needs("task", ("required",), "task"),
    ),
    "pin-not-paid": (
        _OWN_HOURS,
        Needs("person", _PLACE, "person"),
        Needs("school", _MEANS, "unit"),
    ),
    "pin-above-demand": _OWN_DEMAND,
    "pin-above-capacity": (_OWN_HOURS,),
    "pin-not-outsourceable": (
        Needs("school", ("operating_euro", "pool_pct"), "unit"),
        Needs("task", ("outsource_pct", "rate"), "task"),
    ),
    "pin-above-outsourcing": (*_OWN_DEMAND, Needs("task", ("outsource_pct",), "task")),
}
"""What the message of a code rests on, where that can be more than the cell that it names."""


def _is_about(issue: Issue, subject: str, code: str) -> bool:
    """Whether an issue is about the record with a code; of a school, the pool counts as well."""
    if subject == "row":
        return issue.where is not None and issue.where.row == code
    if subject == "unit":
        units = _units(issue)
        return not units or code in (*units, GROUP)
    named = issue.facts.get(subject)
    return code == (named.number if isinstance(named, TaskName) else getattr(named, "code", named))


def _units(issue: Issue) -> tuple[str, ...]:
    """The units that an issue names, itself or with its task; none is the only school."""
    task = issue.facts.get("task")
    if isinstance(task, TaskName):
        return task.units
    return (str(issue.facts["unit"]),) if "unit" in issue.facts else ()


class Sieve:
    """Lets through what is wrong by itself, and holds back what follows from an error before it."""

    def __init__(self, data: ProblemData) -> None:
        self._data = data
        self._unread = {data.sources[key] for key in data.unread}
        self._wrong = set(self._unread)
        self.held_back = False

    def sift(self, issues: Sequence[Issue]) -> list[Issue]:
        """The issues that follow from nothing before them, each once, in their order.

        Errors are weighed against what came before; warnings against these errors too.
        """
        serious = [issue for issue in issues if issue.severity is Severity.ERROR]
        passed = [*self._independent(serious)]
        self._wrong |= {issue.where for issue in passed if issue.where}
        passed += self._independent([i for i in issues if i.severity is not Severity.ERROR])
        places = {id(issue): place for place, issue in enumerate(issues)}
        return list(_once(sorted(passed, key=lambda issue: places[id(issue)])))

    def notice(self) -> list[Issue]:
        """That something was held back, if so."""
        return [warning("checks-wait")] if self.held_back else []

    def _independent(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        fields = [key for cell in self._wrong for key in self._fields.get(cell, ())]
        for issue in issues:
            if self._says_it_again(issue):
                continue
            if any(_rests_on(issue, key) for key in fields):
                self.held_back = True
            else:
                yield issue

    def _says_it_again(self, issue: Issue) -> bool:
        """Whether the cell has an error already that makes this one pointless."""
        is_error = issue.severity is Severity.ERROR
        return issue.where in (self._unread if is_error else self._wrong)

    @cached_property
    def _fields(self) -> Mapping[CellRef, list[Field]]:
        """The fields that stand in each cell; looked up only when something is wrong."""
        found: dict[CellRef, list[Field]] = defaultdict(list)
        for key, cell in self._data.sources.items():
            found[cell].append(key)
        return found


def _once(issues: Iterable[Issue]) -> Iterator[Issue]:
    """Every message once: a row that names several tasks may have it for each of them."""
    seen = set()
    for issue in issues:
        said = (issue.code, issue.where, str(issue.facts))
        if said not in seen:
            seen.add(said)
            yield issue


def _rests_on(issue: Issue, key: Field) -> bool:
    return any(need.holds(key, issue) for need in WAITS.get(issue.code, ()))
