"""The peers by name, and which of them are installed."""

from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec

from benchmarks.process import run_apart

VERSION_SECONDS = 10.0


@dataclass(frozen=True)
class Peer:
    """A solver: its module here, what the page calls it, and the package that brings it."""

    name: str
    title: str
    module: str
    distribution: str

    @property
    def is_installed(self) -> bool:
        """Whether its package is there; nothing is imported."""
        return find_spec(self.module) is not None

    @property
    def version(self) -> str:
        """The versions of the solver and of the package that brings it."""
        if not self.is_installed:
            return f"{self.title} not installed"
        left = run_apart("peer_version", {"solver": self.name}, VERSION_SECONDS)
        solver = left.answer["version"] if left.answer else self.title
        return f"{solver} ({self.distribution} {version(self.distribution)})"


PEERS = (
    Peer("cbc", "CBC", "pulp", "PuLP"),
    Peer("highs", "HiGHS", "highspy", "highspy"),
    Peer("scip", "SCIP", "pyscipopt", "PySCIPOpt"),
    Peer("cpsat", "CP-SAT default", "ortools", "ortools"),
)
