"""What the user already filled in on an imported workbook, kept when it is made again.

Three workbooks are compared: as the import made it, as the user left it, and as the answers make
it now. What the user changed goes before what the answers change.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from models.problem import (
    Deviation,
    Person,
    PersonCode,
    PlanRow,
    ProblemData,
    School,
    Task,
    TaskNumber,
)
from models.settings import Settings
from optimizer.importing.build import Built
from optimizer.importing.proposals import Proposal
from optimizer.workbook.read.matching import fold

_Record = TypeVar("_Record", School, Person, Task, Settings)
_Row = TypeVar("_Row", Deviation, PlanRow)
_Key = tuple[object, ...]
_KEYS = frozenset({"code", "number", "where", "colleague"})
"""Fields that say which record it is: they are those of the new workbook."""


def keep_entries(base: Built, user: ProblemData, new: Built) -> ProblemData:
    """The records of the new workbook with what the user changed in those of the old one.

    Parameters
    ----------
    base
        What the import made the last time.
    user
        What stands in that workbook now.
    new
        What the import makes with the answers.
    """
    return _Keeper(base, user, new).run()


class _Keeper:
    """Follows each record through the three workbooks."""

    def __init__(self, base: Built, user: ProblemData, new: Built) -> None:
        self._base, self._user, self._new = base, user, new
        names = {fold(name): code for name, code in new.codes.items()}
        self._persons: dict[str, str] = {
            code: names[fold(name)] for name, code in base.codes.items() if fold(name) in names
        }
        places = {_place(each): number for number, each in new.proposals.items()}
        self._tasks: dict[str, str] = {
            number: places[_place(each)]
            for number, each in base.proposals.items()
            if _place(each) in places
        }

    def run(self) -> ProblemData:
        """All records together."""
        base, user, new = self._base.data, self._user, self._new.data
        return replace(
            new,
            settings=_merge(base.settings, user.settings, new.settings),
            schools=_records(base.schools, user.schools, new.schools, _code, {}),
            persons=_records(base.persons, user.persons, new.persons, _code, self._persons),
            tasks=_records(base.tasks, user.tasks, new.tasks, _number, self._tasks),
            competences=user.competences or new.competences,
            deviations=self._rows(base.deviations, user.deviations, new.deviations),
            previous=self._plan(base.previous, user.previous, new.previous),
        )

    def _rows(
        self, base: Sequence[Any], user: Sequence[Any], new: Sequence[Any]
    ) -> tuple[Any, ...]:
        """Rows of deviations: without those that the user took away, with those that he added."""
        known = {_row_key(row) for row in base}
        kept = {_row_key(row) for row in user}
        gone = {_row_key(self._moved(row)) for row in base if _row_key(row) not in kept}
        added = [self._moved(row) for row in user if _row_key(row) not in known]
        return (*(row for row in new if _row_key(row) not in gone), *added)

    def _plan(
        self, base: Sequence[PlanRow], user: Sequence[PlanRow], new: Sequence[PlanRow]
    ) -> tuple[PlanRow, ...]:
        """Last year's plan: rows that the user changed, added or took away as he left them."""
        before = {_plan_key(row): row for row in base}
        now = {_plan_key(row): row for row in user}
        changed = {
            _plan_key(self._moved(row)): self._moved(row)
            for key, row in now.items()
            if key not in before or _differs(before[key], row)
        }
        gone = {_plan_key(self._moved(row)) for key, row in before.items() if key not in now}
        rows = [changed.pop(_plan_key(r), r) for r in new if _plan_key(r) not in gone]
        return (*rows, *changed.values())

    def _moved(self, row: _Row) -> _Row:
        """A row with the numbers and codes of the new workbook."""
        task = TaskNumber(self._tasks.get(row.task, row.task))
        person = PersonCode(self._persons.get(row.person, row.person)) if row.person else None
        return replace(row, task=task, person=person, where=None)


def _records(
    base: Iterable[_Record],
    user: Iterable[_Record],
    new: Iterable[_Record],
    key: Callable[[_Record], str],
    moved: Mapping[str, str],
) -> tuple[_Record, ...]:
    """Records with what the user changed; his own are added, those that he took away are left out.

    `moved` gives the key in the new workbook per key in the old one; without it they are the same.
    """
    before = {key(each): each for each in base}
    now = {key(each): each for each in user}
    back = {moved.get(old, old): old for old in before if not moved or old in moved}
    found: list[_Record] = []
    for each in new:
        old = back.get(key(each))
        if old is None:
            found.append(each)
        elif old in now:
            found.append(_merge(before[old], now[old], each))
    taken = {key(each) for each in found}
    added: list[_Record] = [
        each for code, each in now.items() if code not in before and code not in taken
    ]
    return tuple(found + added)


def _merge(base: _Record, user: _Record, new: _Record) -> _Record:
    """A record of the new workbook, with the fields that the user changed."""
    changes: dict[str, Any] = {
        field.name: getattr(user, field.name)
        for field in fields(base)
        if field.name not in _KEYS and getattr(user, field.name) != getattr(base, field.name)
    }
    return replace(new, **changes)


def _code(record: School | Person) -> str:
    return record.code


def _number(record: Task) -> str:
    return record.number


def _place(proposal: Proposal) -> tuple[str, str]:
    return str(proposal.source.where), fold(proposal.source.title)


def _row_key(row: Deviation) -> _Key:
    return row.kind, row.task, row.unit, row.person, row.value, row.priority


def _plan_key(row: PlanRow) -> _Key:
    return row.task, row.unit, row.person, row.role


def _differs(one: PlanRow, other: PlanRow) -> bool:
    return (one.hours, one.pinned, one.funding) != (other.hours, other.pinned, other.funding)
