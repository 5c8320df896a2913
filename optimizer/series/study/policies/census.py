"""What every policy of a study gives every school, a replication at a time."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.agenda import real_schools
from models.problem import ProblemData, UnitCode
from optimizer.flows.checking import check_workbook
from optimizer.run.series_errors import SeriesError
from optimizer.series.study.design import Design, Point
from optimizer.series.study.draws import Draws
from optimizer.series.study.factors.appointments import observed, points_of
from optimizer.series.study.policies.policy import Policy, SchoolFacts
from optimizer.series.study.population.flanders import Population, draw_problem
from optimizer.series.study.population.workbooks import Workbooks

Points = Mapping[tuple[str, UnitCode], Decimal]


class Census:
    """The schools of a study, read or drawn when a policy first asks."""

    def __init__(self, design: Design) -> None:
        self._design = design
        self._read: dict[Workbooks, tuple[SchoolFacts, ...]] = {}
        self._given: dict[int, Points] = {}
        self._replication = 0

    def points(self, place: int, replication: int) -> Points:
        """What the policy of a point gives, by workbook and school; nothing without a policy.

        Raises
        ------
        SeriesError
            `policy` when the rule cannot be followed for these schools.
        """
        point = self._design.points[place]
        if point.policy is None:
            return {}
        if replication != self._replication:
            self._replication = replication
            self._given = {}
        if place not in self._given:
            self._given[place] = self._decided(point.policy, self._schools(point, replication))
        return self._given[place]

    def _decided(self, policy: Policy, schools: tuple[SchoolFacts, ...]) -> Points:
        try:
            return policy.points(schools)
        except ValueError as error:
            raise SeriesError("policy", name=policy.name, reason=str(error)) from error

    def _schools(self, point: Point, replication: int) -> tuple[SchoolFacts, ...]:
        population = self._design.population
        if isinstance(population, Population):
            return tuple(self._drawn(population, replication))
        workbooks = point.workbooks or population
        if workbooks not in self._read:
            self._read[workbooks] = tuple(self._in(workbooks))
        return self._read[workbooks]

    def _drawn(self, population: Population, replication: int) -> Iterator[SchoolFacts]:
        draws = Draws(self._design.seed, replication)
        for block in population.blocks():
            data = draw_problem(draws, block.numbers)
            yield from self._facts("", data)

    def _in(self, workbooks: Workbooks) -> Iterator[SchoolFacts]:
        """A workbook that cannot be used has no schools: its runs say why."""
        for name in workbooks.names:
            checked = check_workbook(workbooks.path(name))
            if checked.is_usable and checked.data is not None:
                yield from self._facts(name, checked.data)

    def _facts(self, workbook: str, data: ProblemData) -> Iterator[SchoolFacts]:
        known = self._design.observed
        codes = [school.code for school in real_schools(data)]
        data = observed(data, {c: known[workbook, c] for c in codes if (workbook, c) in known})
        for school in real_schools(data):
            level, points = school.education_level, points_of(data, school)
            yield SchoolFacts(workbook, school.code, level, school.pupils, points)
