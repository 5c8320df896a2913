"""One instance, named by what it is made from."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.generator import group, region, school
from models.problem import ProblemData
from optimizer.flows.checking import check_workbook
from optimizer.series.study.draws import Draws
from optimizer.series.study.population.files import grouped

POOL_PCT = 50
"""What `taakverdeler populatie` pools when nothing is said."""


def population(seed: int, schools: int) -> ProblemData:
    """What `taakverdeler populatie --scholen SCHOOLS --groepen 1 --zaad SEED` writes."""
    return grouped(Draws(seed), range(1, schools + 1), POOL_PCT)


BUILDERS: Mapping[str, Callable[[int, int], ProblemData]] = {
    "school": school,
    "group": group,
    "region": region,
    "population": population,
}


@dataclass(frozen=True)
class Case:
    """A kind of instance, its size (people of a school, schools of a group) and its seed.

    Or a workbook: the path of one.
    """

    kind: str
    size: int
    seed: int
    workbook: str = ""

    def build(self) -> ProblemData:
        """The problem itself; every process makes it anew.

        Raises
        ------
        WorkbookError, InvalidProblemError
            When a workbook cannot be read, or has errors.
        """
        if self.workbook:
            return check_workbook(Path(self.workbook)).usable().data
        return BUILDERS[self.kind](self.seed, self.size)

    def as_json(self) -> dict[str, str | int]:
        """The case as arguments of a job."""
        return asdict(self)
