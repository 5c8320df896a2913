"""Remedies whose effect a plan shows without any search: money for a firm, a person, the group.

Each is made as a plan for the changed problem, from the plan at hand, and judged by the checker.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

from models.advice import AdviceKind, Gap, Profile, Remedy
from models.agenda import demand_of
from models.changes import Change, SchoolChange, TaskChange, changed
from models.instance import Instance
from models.issues import has_errors
from models.plan import EnvelopeKey, Plan, TaskKey
from models.points import ict_points
from models.problem import (
    CENTRAL,
    GROUP,
    Person,
    PersonCode,
    ProblemData,
    School,
    TaskNumber,
    UnitCode,
)
from models.settings import Level
from models.validation import examine
from models.verification import verify
from models.vocabulary import Diploma, Funding, OnSite, TaskLevel
from optimizer.construct.first_plan import best_plan
from optimizer.construct.greedy import complete
from optimizer.construct.repair import without_breaches
from optimizer.explain.baseline import Baseline, counted_levels

MOST_TRIED = 8
"""Remedies of one kind that are worked out, those about most hours first: a group has many."""
NEW_PERSON = "NIEUW{number}"


class Remedies:
    """Makes remedies for the gaps of one finished plan."""

    def __init__(self, base: Baseline, gaps: tuple[Gap, ...]) -> None:
        self._instance = base.instance
        self._data = base.instance.data
        self._plan = base.plan
        self._gaps = gaps
        self._tasks = {task.key: task for task in base.instance.tasks}
        # What the plan has room for anyhow is no effect of a remedy.
        plans = (base.plan, complete(base.instance, base.plan))
        self._before = verify(self._data, best_plan(base.instance, plans) or base.plan).levels

    def all(self, profiles: tuple[Profile, ...]) -> Iterator[Remedy]:
        """Every remedy that betters the plan."""
        yield from self._firms()
        yield from self.hires(profiles)
        yield from self._for_the_group()

    def _firms(self) -> Iterator[Remedy]:
        """Per school, or for the pool: what the firm's part of its gaps costs, as money more."""
        by_unit: dict[UnitCode, list[Gap]] = {}
        for gap in self._gaps:
            if AdviceKind.OUTSOURCE in gap.kinds:
                by_unit.setdefault(gap.task.unit, []).append(gap)
        schools = sorted(
            self._data.schools,
            key=lambda each: -sum(gap.shortfall for gap in by_unit.get(each.code, ())),
        )
        for school in schools[:MOST_TRIED]:
            gaps = [gap for gap in by_unit.get(school.code, ()) if self._firm_part(gap)]
            change = self._money(school, gaps)
            if change is not None:
                yield from self._kept(AdviceKind.OUTSOURCE, tuple(gaps), change, None, gaps)

    def _firm_part(self, gap: Gap) -> int:
        """Grains of a gap that a firm may do and that are of use; 0 when it cannot."""
        task = self._tasks[gap.task]
        bought = sum(n for (key, _), n in self._plan.outsourced.items() if key == gap.task)
        part = min(gap.shortfall, task.outsource_max - bought)
        is_watched = bool(self._instance.watchers.get(gap.task))
        enough = gap.covered + part >= task.minimum
        return part if task.rate and is_watched and enough else 0

    def _money(self, school: School, gaps: list[Gap]) -> Change | None:
        """The operating money with which a school pays a firm for these gaps, in whole euro."""
        kept = _kept_part(school)
        cents = sum(
            self._firm_part(gap) * self._instance.firm_cost(self._tasks[gap.task]) for gap in gaps
        )
        if not cents or not kept:
            return None
        euro = ceil(Fraction(cents, 100) / kept)
        return SchoolChange(school.code, "operating_euro", school.operating_euro + euro)

    def hires(self, profiles: tuple[Profile, ...]) -> Iterator[Remedy]:
        """A person per profile, with the points where these are counted."""
        for number, profile in enumerate(profiles[:MOST_TRIED], start=1):
            hire = self._person(profile, number)
            change = self._points(profile, hire)
            yield from self._kept(AdviceKind.RECRUIT, profile.gaps, change, hire)

    def _person(self, profile: Profile, number: int) -> Person:
        """The person of a profile, with the cheapest diploma whose price is known."""
        settings = self._instance.settings
        prices = settings.post_prices
        diploma = min(prices, key=lambda each: (prices[each], each), default=Diploma.HSO)
        return Person(
            code=PersonCode(NEW_PERSON.format(number=number)),
            name="",
            home=CENTRAL if profile.unit == GROUP else profile.unit,
            role=profile.role,
            diploma=diploma,
            ict_hours=min(profile.weekly(settings), settings.fulltime_hours),
            levels=profile.levels,
        )

    def _points(self, profile: Profile, hire: Person) -> Change | None:
        """The points of the post, where ICT hours are paid from points of the unit."""
        envelope = self._instance.envelopes.get(EnvelopeKey(Funding.ICT, profile.unit))
        school = next((s for s in self._data.schools if s.code == profile.unit), None)
        kept = 0 if school is None else _kept_part(school)
        price = self._instance.settings.post_prices.get(hire.diploma)
        if envelope is None or envelope.amount is None or school is None or not kept or not price:
            return None
        before = ict_points(self._instance.settings, school) or Decimal(0)
        settings = self._instance.settings
        points = (
            Fraction(price) * Fraction(hire.ict_hours) / Fraction(settings.fulltime_hours) / kept
        )
        more = Decimal(ceil(points * 100)) / 100
        return SchoolChange(school.code, "ict_points", before + more)

    def _for_the_group(self) -> Iterator[Remedy]:
        """Tasks that several schools leave undone, off site, done once for all of them."""
        by_task: dict[TaskNumber, list[Gap]] = {}
        for gap in self._gaps:
            task = self._tasks[gap.task].task
            is_open = gap.task.unit != GROUP and not self._tasks[gap.task].is_choice
            if is_open and task.on_site is OnSite.NO:
                by_task.setdefault(gap.task.task, []).append(gap)
        shared = {number: gaps for number, gaps in by_task.items() if len(gaps) > 1}
        saving = {number: self._saving(number) for number in shared}
        for number in sorted(shared, key=lambda each: (-saving[each], each))[:MOST_TRIED]:
            change = TaskChange(number, "level", TaskLevel.GROUP)
            yield from self._kept(AdviceKind.GROUP_LEVEL, tuple(shared[number]), change)

    def _saving(self, number: TaskNumber) -> int:
        """Grains that a task asks less when it is done once for all schools."""
        task = next(task for task in self._data.tasks if task.number == number)
        apart = sum(each.demand for key, each in self._tasks.items() if key.task == number)
        return apart - demand_of(self._data, task, TaskKey(number, GROUP))

    def _kept(
        self,
        kind: AdviceKind,
        gaps: tuple[Gap, ...],
        change: Change | None,
        hire: Person | None = None,
        bought: list[Gap] | None = None,
    ) -> Iterator[Remedy]:
        """The remedy, when a plan with it is better than the one at hand."""
        data = after_remedy(self._data, change, hire)
        examined = examine(data)
        if has_errors(examined.issues):
            return
        instance = examined.instance
        plan = complete(instance, self._start(instance, bought or []))
        found = verify(data, plan)
        is_better = self._rank(found.levels) < self._rank(self._before)
        if found.ok and is_better and closes(gaps, plan):
            yield Remedy(kind, gaps, change, self._before, found.levels, plan, hire)

    def _rank(self, levels: Mapping[Level, int]) -> tuple[int, ...]:
        return tuple(levels[level] for level in counted_levels(self._instance))

    def _start(self, instance: Instance, bought: list[Gap]) -> Plan:
        """The plan at hand, with what a firm does in addition, as far as it still fits."""
        plan = self._with_firm(bought) if bought else self._plan
        same = self._tasks.keys() == {task.key for task in instance.tasks}
        return plan if same else without_breaches(instance, plan)

    def _with_firm(self, gaps: list[Gap]) -> Plan:
        """The plan with the firm's part of some gaps added, watched by somebody."""
        outsourced, leads = dict(self._plan.outsourced), dict(self._plan.leads)
        for gap in gaps:
            payer = EnvelopeKey(Funding.OPERATING, gap.task.unit)
            place: tuple[TaskKey, EnvelopeKey] = (gap.task, payer)
            outsourced[place] = outsourced.get(place, 0) + self._firm_part(gap)
            leads.setdefault(gap.task, self._instance.watchers[gap.task][0])
        return replace(self._plan, outsourced=outsourced, leads=leads)


def closes(gaps: Iterable[Gap], plan: Plan) -> bool:
    """Whether a plan does more of any of these tasks; otherwise it is better by other means.

    A task that is done once for the group is done at all schools.
    """
    covered = plan.covered()
    return any(
        covered.get(gap.task, 0) > gap.covered or covered.get(TaskKey(gap.task.task, GROUP), 0) > 0
        for gap in gaps
    )


def _kept_part(school: School) -> Fraction:
    """The part of an amount that its owner has, the rest going to the pool."""
    return Fraction(1) if school.code == GROUP else 1 - Fraction(school.pool_pct) / 100


def after_remedy(data: ProblemData, change: Change | None, hire: Person | None) -> ProblemData:
    """The problem with a remedy: its edit, and the person that comes in addition."""
    after = data if change is None else changed(data, change)
    return after if hire is None else replace(after, persons=(*after.persons, hire))
