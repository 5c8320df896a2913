"""What comes of a study: its tables, as data frames and on disk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from optimizer.series.runner import Counts
from optimizer.series.study.design import Design, sources
from optimizer.series.study.measures import MEASURED
from optimizer.series.study.results.store import Store
from optimizer.series.study.summary.summary import Summary


@dataclass(frozen=True)
class StudyResult:
    """A study that ended, or was stopped.

    Attributes
    ----------
    design
        What was run.
    folder
        Where its journal and its tables stand.
    store
        The runs and their schools on disk, to be read a part at a time.
    tables
        What they say; `None` when no block counts.
    origin
        Versions, seed and hashes, as they stand beside the results.
    counts
        What this call did of the runs.
    temporary
        The folder, when it is to be gone with the result.
    """

    design: Design
    folder: Path
    store: Store
    tables: Summary | None
    origin: Mapping[str, object]
    counts: Counts
    temporary: TemporaryDirectory[str] | None = field(default=None, repr=False)

    @cached_property
    def runs(self) -> pd.DataFrame:
        """A row per run that ended, all in memory; `store.runs.frames()` gives a part at a time."""
        return self.store.runs.frame()

    @cached_property
    def schools(self) -> pd.DataFrame:
        """A row per school of every run, all in memory."""
        return self.store.schools.frame()

    @property
    def summary(self) -> pd.DataFrame:
        """Mean and interval per point and measure."""
        return pd.DataFrame() if self.tables is None else self.tables.means

    @property
    def differences(self) -> pd.DataFrame:
        """The same for the difference with the baseline, in pairs."""
        return pd.DataFrame() if self.tables is None else self.tables.differences

    @property
    def distribution(self) -> pd.DataFrame:
        """Quantiles and Gini of the schools, by level, size and group."""
        return pd.DataFrame() if self.tables is None else self.tables.distribution

    @property
    def winners(self) -> pd.DataFrame:
        """Who wins and who loses against the baseline."""
        return pd.DataFrame() if self.tables is None else self.tables.winners

    @property
    def sensitivity(self) -> pd.DataFrame:
        """The indices of the uncertain inputs."""
        return pd.DataFrame() if self.tables is None else self.tables.sensitivity

    @property
    def proof(self) -> pd.DataFrame:
        """How far the plans of each point are proven."""
        return pd.DataFrame() if self.tables is None else self.tables.proof

    @cached_property
    def planned(self) -> int:
        """Runs that have a plan."""
        frames = self.store.runs.frames(["status"])
        return sum(int(rows["status"].isin(MEASURED).sum()) for rows in frames)

    @property
    def ended(self) -> int:
        """Runs that ended, with a plan or without."""
        return len(self.store.runs)

    @cached_property
    def asked(self) -> int:
        """Runs that the study asks."""
        return num_runs(self.design)


def num_runs(design: Design) -> int:
    """How many runs a study asks."""
    return sum(1 for _ in sources(design))
