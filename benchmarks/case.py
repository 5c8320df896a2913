"""One generated instance, named by what it is made from."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

from benchmarks.generator import group, region, school
from models.problem import ProblemData

BUILDERS: Mapping[str, Callable[[int, int], ProblemData]] = {
    "school": school,
    "group": group,
    "region": region,
}


@dataclass(frozen=True)
class Case:
    """A kind of instance, its size (people of a school, schools of a group) and its seed."""

    kind: str
    size: int
    seed: int

    def build(self) -> ProblemData:
        """The problem itself; every process makes it anew."""
        return BUILDERS[self.kind](self.seed, self.size)

    def as_json(self) -> dict[str, str | int]:
        """The case as arguments of a job."""
        return asdict(self)
