"""How people and tasks are called where a person reads: facts of a message, without prose."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from models.agenda import is_single_school
from models.plan import TaskKey
from models.problem import PersonCode, ProblemData


@dataclass(frozen=True, order=True)
class TaskName:
    """A task at some units; none where there is one school, which then goes without saying.

    `title` is empty in a list in which the number alone has to do, or when there is none.
    """

    number: str
    title: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class PersonName:
    """A person: the code, and the name when there is one."""

    code: str
    name: str = ""


class Names:
    """Looks the names of one problem up; what is not there keeps its code."""

    def __init__(self, data: ProblemData) -> None:
        self._data = data
        self._one_school = is_single_school(data)

    @cached_property
    def _people(self) -> dict[str, str]:
        return {person.code: person.name for person in self._data.persons}

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {task.number: task.title for task in self._data.tasks}

    def person(self, code: PersonCode | str) -> PersonName:
        """The name of a person."""
        return PersonName(code, self._people.get(code, ""))

    def task(self, key: TaskKey) -> TaskName:
        """The title of a task, and the unit when there are several."""
        return self.task_at(key.task, (key.unit,))

    def task_at(self, number: str, units: Iterable[str], *, titled: bool = True) -> TaskName:
        """A task at some units, where there are several; without its title in a long list."""
        shown = () if self._one_school else tuple(units)
        return TaskName(number, self._titles.get(number, "") if titled else "", shown)


def twins(data: ProblemData) -> dict[str, tuple[PersonCode, ...]]:
    """The codes of people who have a name in common, by that name; nobody without a name."""
    counts = Counter(person.name for person in data.persons if person.name)
    return {
        name: tuple(person.code for person in data.persons if person.name == name)
        for name, number in counts.items()
        if number > 1
    }
