"""What sets two plans apart, in Dutch: for a team that chooses, or that asks what changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.plan import TaskKey
from models.problem import GROUP, PersonCode, TaskNumber, UnitCode
from optimizer.explain.answer import Answer
from optimizer.explain.comparison import Amount, Comparison, LevelChange, PersonChange, moved_share
from optimizer.report.document import Block, Bullets, Heading, Paragraph, Table
from optimizer.report.wording import counted, plain
from optimizer.workbook import labels

SAME, BETTER, WORSE = "even goed", "beter", "minder goed"
WHOLE_GROUP = "de groep"
NOTHING_MOVED = "Niemand doet iets anders dan in het eerste plan."
NOT_DONE = "{hours} uur van het eerste plan valt weg; al het andere doet dezelfde persoon."


@dataclass(frozen=True)
class Sides:
    """Two plans and how they are called; names of people and tasks come from either."""

    before: Answer
    after: Answer
    name_before: str
    name_after: str

    def person(self, code: PersonCode) -> str:
        """How somebody is called, in the plan that knows her."""
        side = self.after if code in self.after.persons else self.before
        return side.person_name(code)

    def task(self, key: TaskKey) -> str:
        """Title and number of a task, with the school when there are several."""
        title = f"{self._title(key.task)} ({key.task})"
        return f"{title}, {self.unit(key.unit)}" if self._has_more_units else title

    def unit(self, code: UnitCode) -> str:
        """The name of a school, or of the group."""
        for side in (self.after, self.before):
            for school in side.instance.data.schools:
                if school.code == code and code != GROUP:
                    return school.name or code
        return WHOLE_GROUP if code == GROUP else code

    def _title(self, number: TaskNumber) -> str:
        side = self.after if number in self.after.task_list else self.before
        return side.task_list[number].title

    @property
    def _has_more_units(self) -> bool:
        return len({key.unit for side in (self.before, self.after) for key in side.tasks}) > 1


def comparison_blocks(comparison: Comparison, sides: Sides) -> Iterator[Block]:
    """The whole comparison: summary first, then levels, clusters, schools and people."""
    yield Heading(f"{sides.name_after} naast {sides.name_before}")
    yield Bullets(tuple(summary_lines(comparison)))
    yield Heading("Waarop de plannen beoordeeld worden", 2)
    yield _levels(comparison.levels)
    yield Heading("Per cluster", 2)
    yield _amounts(
        "cluster", ((labels.CLUSTERS[c], a) for c, a in comparison.clusters.items()), sides
    )
    if len(comparison.units) > 1:
        yield Heading("Per school", 2)
        yield _amounts("school", ((sides.unit(u), a) for u, a in comparison.units.items()), sides)
    yield Heading("Per persoon", 2)
    yield from _people(comparison.persons, sides)


def summary_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison in a few sentences."""
    covered, demand = comparison.covered, comparison.demand
    yield (
        f"Gepland: {covered.after} van {demand.after} uur per jaar; "
        f"in het eerste plan {covered.before} van {demand.before} uur."
    )
    if comparison.moved:
        share = plain(round(moved_share(comparison), 1))
        yield f"{comparison.moved} uur ({share} %) doet iemand anders, of is nieuw werk."
    elif covered.after < covered.before:
        yield NOT_DONE.format(hours=covered.before - covered.after)
    else:
        yield NOTHING_MOVED
    if comparison.money.before or comparison.money.after:
        yield (
            f"Uitbesteed: {comparison.money.after} euro; "
            f"in het eerste plan {comparison.money.before} euro."
        )


def _levels(levels: Iterable[LevelChange]) -> Table:
    """Which plan is better on what; the first line that differs decides."""
    rows = tuple((labels.LEVELS[each.level], verdict(each)) for each in levels)
    return Table(("waarop, het belangrijkste eerst", "het tweede plan is"), rows)


def verdict(change: LevelChange) -> str:
    """Whether the second plan is better on a level; of every level less is better."""
    if change.before is None or change.after is None:
        return "niet te vergelijken"
    if change.after == change.before:
        return SAME
    return BETTER if change.after < change.before else WORSE


def _amounts(name: str, rows: Iterable[tuple[str, Amount]], sides: Sides) -> Table:
    headers = (name, f"uur in {sides.name_before}", f"uur in {sides.name_after}", "verschil")
    return Table(headers, tuple((label, *_cells(amount)) for label, amount in rows))


def _cells(amount: Amount) -> tuple[str, str, str]:
    return str(amount.before), str(amount.after), signed(amount.change)


def signed(hours: int) -> str:
    """A difference with its sign; `0` when there is none."""
    return f"{hours:+d}" if hours else "0"


def _people(persons: Iterable[PersonChange], sides: Sides) -> Iterator[Block]:
    for each in persons:
        lines = tuple(_task_lines(each, sides))
        if lines:
            change = f"{each.hours.before} → {each.hours.after} uur"
            yield Heading(f"{sides.person(each.code)}: {change}", 3)
            yield Bullets(lines)
    unchanged = [
        sides.person(each.code)
        for each in persons
        if not (each.tasks or each.leads_gained or each.leads_lost)
    ]
    if unchanged:
        yield Paragraph(f"Verandert niet voor {counted(len(unchanged), 'persoon', 'personen')}: "
                        f"{', '.join(unchanged)}.")  # fmt: skip


def _task_lines(change: PersonChange, sides: Sides) -> Iterator[str]:
    """A line per task that differs: what is new, then what changed, then what is gone."""
    zero = Amount(0, 0)
    keys = dict.fromkeys([*change.tasks, *change.leads_gained, *change.leads_lost])
    lines = [_task_line(key, change.tasks.get(key, zero), change, sides) for key in keys]
    return (line for _, line in sorted(lines))


def _task_line(key: TaskKey, amount: Amount, change: PersonChange, sides: Sides) -> tuple[int, str]:
    """The place of a line among the others, and the line."""
    answers = ""
    if key in change.leads_gained:
        answers = ", en wordt verantwoordelijk"
    elif key in change.leads_lost:
        answers = ", en is niet meer verantwoordelijk"
    name = sides.task(key)
    if amount.after and not amount.before:
        return 0, f"nieuw: {name}, {amount.after} uur{answers}"
    if amount.before and not amount.after:
        return 2, f"weg: {name}, {amount.before} uur{answers}"
    hours = f"{amount.before} → {amount.after} uur" if amount.change else "evenveel uren"
    return 1, f"{name}: {hours}{answers}"
