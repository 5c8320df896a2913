"""What a sensitivity study asks: a method, how many samples, and how each input is distributed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from optimizer.series.study.distributions import Distribution, thousandths


class Method(StrEnum):
    """How indices are made of samples."""

    SOBOL = "sobol"
    MORRIS = "morris"


@dataclass(frozen=True)
class Sensitivity:
    """A sensitivity study.

    Attributes
    ----------
    samples
        For Sobol the N of Saltelli's scheme, a power of two: it takes N · (inputs + 2) points. For
        Morris the number of trajectories, of inputs + 1 points each.
    inputs
        The distribution of each factor that is varied, by its name.
    """

    method: Method
    samples: int
    inputs: Mapping[str, Distribution]

    @property
    def problem(self) -> dict[str, object]:
        """The inputs as SALib asks them: each uniform, for the quantiles of its distribution."""
        names = list(self.inputs)
        return {"num_vars": len(names), "names": names, "bounds": [[0.0, 1.0]] * len(names)}

    @property
    def num_points(self) -> int:
        """Points that the samples take."""
        each = 2 if self.method is Method.SOBOL else 1
        return self.samples * (len(self.inputs) + each)

    def values(self, parts: Mapping[str, float]) -> dict[str, Decimal]:
        """The factors of a sample, of which `parts` are the quantiles."""
        return {
            name: thousandths(distribution.quantile(parts[name]))
            for name, distribution in self.inputs.items()
        }
