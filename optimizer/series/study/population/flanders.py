"""A fictional Flanders: any number of schools, each on its own or in groups of neighbours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from models.problem import Person, ProblemData, School
from models.settings import Settings
from models.vocabulary import Diploma
from optimizer.series.study.draws import Draws
from optimizer.series.study.population.absent import absent_work
from optimizer.series.study.population.schools import draw_school
from optimizer.series.study.population.teams import draw_team
from optimizer.workbook.labels import COMPETENCES
from optimizer.workbook.template.catalogue import catalogue_tasks
from optimizer.workbook.template.example_school import EXAMPLE_SETTINGS


@dataclass(frozen=True)
class Block:
    """Schools, by number, that belong together: a group, or one school on its own."""

    code: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Population:
    """How many schools there are, and over how many groups; 0 groups: each is on its own."""

    schools: int
    groups: int = 0

    def blocks(self) -> tuple[Block, ...]:
        """The groups, or the schools; neighbours by number, the groups as even as can be."""
        whole = self.groups or self.schools
        name = "G" if self.groups else "S"
        ends = [place * self.schools // whole for place in range(whole + 1)]
        return tuple(
            Block(f"{name}{place:04}", tuple(range(first + 1, last + 1)))
            for place, (first, last) in enumerate(pairwise(ends), start=1)
        )


def draw_problem(draws: Draws, numbers: Iterable[int]) -> ProblemData:
    """The problem of some schools together, before anything is pooled.

    A school is the same in every problem of the same draws. Its ICT points pay exactly the
    appointments of its own people, as its other amounts do.
    """
    drawn = [draw_school(draws, number) for number in numbers]
    settings = EXAMPLE_SETTINGS
    teams = [draw_team(draws, each) for each in drawn]
    schools = [
        _with_amounts(settings, each.school, team) for each, team in zip(drawn, teams, strict=True)
    ]
    return ProblemData(
        settings=settings,
        schools=tuple(schools),
        persons=tuple(person for team in teams for person in team),
        tasks=catalogue_tasks(),
        competences=COMPETENCES,
        deviations=tuple(row for school in schools for row in absent_work(school)),
    )


def _with_amounts(settings: Settings, school: School, team: Sequence[Person]) -> School:
    ict = sum((person.ict_hours for person in team), Decimal(0))
    price = settings.post_prices[Diploma.HSO]
    return replace(
        school,
        ict_points=ict * price / settings.fulltime_hours,
        bpt_hours=sum((person.bpt_hours for person in team), Decimal(0)),
        other_hours=sum((person.other_hours for person in team), Decimal(0)),
    )
