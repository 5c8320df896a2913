"""A study in Python: what is asked, and what comes of it. The file and the command only call it.

from optimizer.series.study.study import Population, Study
found = Study(Population(schools=20), {"ict": [1, 1.7]}, replications=5).run(jobs=2)
found.differences
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from pathlib import Path

from models.errors import InvalidProblemError
from models.issues import CellRef, Issue, error
from models.problem import UnitCode
from models.settings import Level
from optimizer.run.stop import Stop
from optimizer.series.runner import Counts
from optimizer.series.study.design import SIZE_CLASSES, Design, Stratum, WithoutPlan
from optimizer.series.study.distributions import Distribution
from optimizer.series.study.factors.registry import DRAWN_VALUES
from optimizer.series.study.outcome import StudyResult
from optimizer.series.study.points import make_points, point_faults, size_faults, value_faults
from optimizer.series.study.policies.policy import Policy
from optimizer.series.study.population.flanders import Population
from optimizer.series.study.population.workbooks import Workbooks
from optimizer.series.study.scenario import Scenario, Values, exact
from optimizer.series.study.sensitivity.inputs import Sensitivity
from optimizer.series.study.sensitivity.samples import sample_points
from optimizer.series.study.simulate import run_design

__all__ = [
    "Policy",
    "Population",
    "Scenario",
    "Sensitivity",
    "Stratum",
    "Study",
    "StudyResult",
    "WithoutPlan",
    "Workbooks",
]
Axes = Mapping[str, Sequence[int | float | Decimal]]


@dataclass(frozen=True)
class Study:
    """A population, a grid of changes, and how it is run; see `Design` for what the rest means.

    Attributes
    ----------
    grid
        Values per factor; every combination is a point. The factors are those of a study file.
    baseline
        The values of the point with which all others are compared.
    scenarios, policies
        Points with a name of their own; a policy that no scenario has is a point by itself.
    norms
        How uncertain the hours of tasks are.
    """

    population: Population | Workbooks
    grid: Axes = field(default_factory=dict)
    _: KW_ONLY
    name: str = "studie"
    baseline: Values = field(default_factory=dict)
    scenarios: Sequence[Scenario] = ()
    policies: Sequence[Policy] = ()
    replications: int = 1
    seed: int = 1
    seconds: float = 20.0
    deterministic: bool = True
    levels: tuple[Level, ...] = ()
    norms: Mapping[str, Distribution] = field(default_factory=dict)
    sensitivity: Sensitivity | None = None
    without_plan: WithoutPlan = WithoutPlan.NO_HOURS
    size_classes: tuple[int, ...] = SIZE_CLASSES
    strata: tuple[Stratum, ...] = ()
    observed: Mapping[tuple[str, UnitCode], Decimal] = field(default_factory=dict)
    half_width: float | None = None

    def design(self, where: CellRef | None = None) -> Design:
        """What is to be run.

        Raises
        ------
        InvalidProblemError
            With everything that is wrong in the points; `where` is the place that it names.
        """
        drawn = isinstance(self.population, Population)
        base = {name: exact(value) for name, value in self.baseline.items()}
        base = {**(DRAWN_VALUES if drawn else {}), **base}
        axes = {name: [exact(value) for value in values] for name, values in self.grid.items()}
        issues = list(self._faults(where, base, axes))
        if issues:
            raise InvalidProblemError(issues)
        points = make_points(base, axes, self.scenarios, self.policies)
        groups = not isinstance(self.population, Population) or self.population.groups > 0
        issues = list(point_faults(where, points, axes, has_groups=groups))
        if issues:
            raise InvalidProblemError(issues)
        if self.sensitivity is not None:
            points += sample_points(self.sensitivity, base, self.seed)
        return Design(
            name=self.name,
            population=self.population,
            points=points,
            replications=self.replications,
            seed=self.seed,
            seconds=self.seconds,
            deterministic=self.deterministic,
            levels=self.levels,
            norms=self.norms,
            without_plan=self.without_plan,
            size_classes=self.size_classes,
            strata=self.strata,
            observed=self.observed,
            half_width=self.half_width,
            sensitivity=self.sensitivity,
        )

    def _faults(
        self, where: CellRef | None, base: Mapping[str, Decimal], axes: Mapping[str, list[Decimal]]
    ) -> list[Issue]:
        """What is wrong with the values of the baseline, the grid and the scenarios."""
        issues = [*value_faults(where, base), *size_faults(where, axes)]
        for name, values in axes.items():
            issues += [fault for each in values for fault in value_faults(where, {name: each})]
        for scenario in self.scenarios:
            own = {name: exact(value) for name, value in scenario.values.items()}
            issues += value_faults(where, own)
            issues += self._unpaired(where, scenario)
        return issues

    def _unpaired(self, where: CellRef | None, scenario: Scenario) -> list[Issue]:
        """The workbooks of the population that another set has no namesake of."""
        if scenario.workbooks is None:
            return []
        own = self.population.names if isinstance(self.population, Workbooks) else ()
        missing = [name for name in own if name not in scenario.workbooks.names]
        if own and not missing:
            return []
        found = ", ".join(missing) or "scholen"
        return [error("study-unpaired", where, scenario=scenario.name, found=found)]

    def run(
        self,
        folder: Path | None = None,
        *,
        jobs: int = 1,
        cluster: str | None = None,
        resume: bool = False,
        stop: Stop | None = None,
        on_progress: Callable[[Counts], None] | None = None,
    ) -> StudyResult:
        """Do the runs that are not done yet, and make the tables.

        Parameters
        ----------
        folder
            Where the journal and the tables are kept; without one they last as long as what is
            returned.
        jobs, cluster
            Processes on this machine, or the address of a Dask cluster.
        resume
            Whether to go on with the same study in the folder.
        stop
            When requested, nothing more begins.
        on_progress
            Told the counts whenever they change; without it, a notebook shows a bar.

        Raises
        ------
        InvalidProblemError
            When something is wrong in the study itself.
        SeriesError
            When the folder or the workers cannot be used; `other-study` when another was begun
            there.
        """
        return run_design(
            self.design(), folder,
            jobs=jobs, cluster=cluster, resume=resume, stop=stop, on_progress=on_progress,
        )  # fmt: skip
