"""The rule about the months of the year."""

from collections.abc import Iterator
from fractions import Fraction

from models.explanation import Family
from models.school_calendar import MONTHS
from models.verification.facts import Facts
from models.verification.months import month_hours, month_shares
from models.verification.outcome import Violation, broken
from models.verification.world import World
from models.vocabulary import YearWatch


def check_months(world: World, facts: Facts) -> Iterator[Violation]:
    """Where the year is guarded, a month holds its work: hours of it ≤ those there are, stretched.

    A task falls in the months by its shares in per mille; trips are not counted.
    """
    settings = world.settings
    if settings.year_watch is not YearWatch.GUARD or not world.data.work_days:
        return
    shares = {task.number: month_shares(task, world.data) for task in world.data.tasks}
    for code, tasks in facts.tasks_of.items():
        there_is = month_hours(world.persons[code], world.data)
        for month in MONTHS:
            work = sum(
                Fraction(shares[key.task].get(month, 0) * grains * settings.grain, 1000)
                for key, grains in tasks.items()
            )
            hours = there_is.get(month, Fraction(0))
            most = hours * (100 + Fraction(settings.stretch_pct)) / 100
            if work > most:
                yield broken(
                    Family.MONTHS, "month-full", person=code, month=month, planned=work, most=most
                )
