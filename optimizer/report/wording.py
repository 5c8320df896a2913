"""Dutch words for the codes, grains and facts of a reason; one person and several alike."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import cast

from models.explanation import Reason
from models.instance import Instance
from models.naming import Names
from models.plan import EnvelopeKey, TaskKey
from models.problem import GROUP, Person, PersonCode
from models.settings import Level
from models.vocabulary import Cluster, Funding
from optimizer.report.dutch import in_words, person_name, task_name
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.workbook import labels

FUNDING_WORDS = {
    Funding.ICT: "ICT-punten",
    Funding.BPT: "BPT-uren",
    Funding.OTHER: "andere uren",
    Funding.OPERATING: "werkingsmiddelen",
}
MOST_NAMES = 5

Facts = Mapping[str, object]


class Wording:
    """Words for the facts of reasons in one problem."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._people = {person.code: person for person in instance.persons}
        self._tasks = {task.key: task.task for task in instance.tasks}
        self._grain = instance.settings.grain
        self._names = Names(instance.data)
        self.levels = LevelWords(self._grain)

    def person(self, code: object) -> str:
        """Name and code; the code alone when there is no name."""
        return person_name(self._names.person(str(code)))

    def task(self, key: TaskKey) -> str:
        """Number and title of a task, with the unit where there are several."""
        return task_name(self._names.task(key))

    def persons(self, facts: Facts, name: str = "persons", last: str = "en") -> str:
        """The people in the facts, with a word before the last."""
        return _people((self.person(code) for code in codes_of(facts, name)), last)

    def limits(self, facts: Facts, attribute: str) -> str:
        """The people in the facts, each with the limit that holds for them: `Noor (P1): 3`."""
        return _people(
            f"{self.person(code)}: {plain(self._limit(self._people[code], attribute))}"
            for code in codes_of(facts)
        )

    def _limit(self, person: Person, attribute: str) -> object:
        is_tasks = attribute == "max_tasks"
        return self._instance.max_tasks(person) if is_tasks else getattr(person, attribute)

    def hours(self, grains: object) -> str:
        """Clock hours per year."""
        return f"{cast('int', grains) * self._grain} uur"

    def missing(self, reason: Reason) -> str:
        """The hours that the task falls short."""
        return self.hours(reason.demand - reason.covered)

    def share(self, reason: Reason) -> str:
        """The part of a task that a firm may do."""
        return f"{plain(self._tasks[reason.task].outsource_pct)} %"


def codes_of(facts: Facts, name: str = "persons") -> tuple[PersonCode, ...]:
    """The codes of people in the facts."""
    return cast("tuple[PersonCode, ...]", facts.get(name, ()))


def verb(facts: Facts, one: str, many: str, name: str = "persons") -> str:
    """The form of a word that goes with the number of people in the facts."""
    return one if len(codes_of(facts, name)) == 1 else many


def short_levels(facts: Facts) -> str:
    """The competences that lack, with how many levels."""
    short = cast("Mapping[str, int]", facts["short"])
    return in_words(
        f"{name} ({levels} {'niveau' if levels == 1 else 'niveaus'})"
        for name, levels in short.items()
    )


def envelope_names(facts: Facts, word: str = "en") -> str:
    """The pots of money in the facts, with `word` before the last."""
    keys = cast("tuple[EnvelopeKey, ...]", facts["envelopes"])
    return in_words(
        (
            f"{FUNDING_WORDS[key.funding]} van {'de pool' if key.owner == GROUP else key.owner}"
            for key in keys
        ),
        word,
    )


def goals_first(facts: Facts) -> str:
    """Which objective levels in the facts come before the level that asks for the task."""
    goals = cast("tuple[Level, ...]", facts["goals"])
    names = in_words(LEVEL_NAMES[goal] for goal in goals)
    return f"{'gaat' if len(goals) == 1 else 'gaan'} {names} voor op {level_name(facts)}"


def level_name(facts: Facts) -> str:
    """The objective level that asks for the task."""
    return LEVEL_NAMES[cast("Level", facts["asking"])]


def cluster_name(facts: Facts) -> str:
    """The cluster in the facts."""
    return labels.CLUSTERS[cast("Cluster", facts["cluster"])]


def plain(value: object) -> str:
    """A number as Dutch readers write it, without needless decimals."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return str(value)


def _people(words: Iterable[str], last: str = "en") -> str:
    """At most five names; with more, the last ones are counted."""
    shown = list(words)
    if len(shown) > MOST_NAMES:
        shown[MOST_NAMES - 1 :] = [f"{len(shown) - MOST_NAMES + 1} anderen"]
    return in_words(shown, last)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun in the right form: `1 taak`, `3 taken`."""
    return f"{number} {one if number == 1 else many}"
