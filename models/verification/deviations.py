"""The deviations sheet as questions: which row holds for a task at a unit, and for a person."""

from collections.abc import Iterable

from models.problem import ANY, Deviation, PersonCode, TaskNumber, UnitCode
from models.vocabulary import DeviationKind

_ABOUT_A_PERSON = frozenset({DeviationKind.PREFERENCE, DeviationKind.BAN})
_NEEDS_VALUE = frozenset({DeviationKind.HOURS, DeviationKind.MINIMUM, DeviationKind.PREFERENCE})

_Row = tuple[DeviationKind, str, str, PersonCode | None]


class Deviations:
    """Looks rows up by task, unit and person; a row that lacks its value changes nothing.

    Attributes
    ----------
    banned
        The people whom some row forbids something.
    """

    def __init__(self, rows: Iterable[Deviation]) -> None:
        self._last: dict[_Row, Deviation] = {}
        for row in filter(_is_complete, rows):
            person = row.person if row.kind in _ABOUT_A_PERSON else None
            self._last[row.kind, row.task, row.unit, person] = row
        self._kinds = {row[0] for row in self._last}
        self.banned = frozenset(
            row.person for row in self._last.values() if row.kind is DeviationKind.BAN
        )

    def find(
        self,
        kind: DeviationKind,
        task: TaskNumber,
        unit: UnitCode,
        person: PersonCode | None = None,
    ) -> Deviation | None:
        """The row that wins: the most specific one, among equals the last."""
        if kind not in self._kinds:
            return None
        for named_task, named_unit in ((task, unit), (task, ANY), (ANY, unit), (ANY, ANY)):
            row = self._last.get((kind, named_task, named_unit, person))
            if row is not None:
                return row
        return None

    def excludes(self, task: TaskNumber, unit: UnitCode) -> bool:
        """Whether a row says that the task does not apply at the unit."""
        return self.find(DeviationKind.NOT_APPLICABLE, task, unit) is not None

    def bans(self, task: TaskNumber, unit: UnitCode, person: PersonCode) -> bool:
        """Whether a row forbids the person this task at this unit."""
        return self.find(DeviationKind.BAN, task, unit, person) is not None

    def preference(self, task: TaskNumber, unit: UnitCode, person: PersonCode) -> int:
        """How gladly the person does the task, −2…+2; 0 when no row says so."""
        row = self.find(DeviationKind.PREFERENCE, task, unit, person)
        return 0 if row is None or row.value is None else int(row.value)


def _is_complete(row: Deviation) -> bool:
    if row.kind is DeviationKind.PRIORITY:
        return row.priority is not None
    return row.value is not None or row.kind not in _NEEDS_VALUE
