"""What a run of the solver is asked, and what it tells on the way; knows no solver."""

from collections.abc import Callable
from dataclasses import dataclass

from models.settings import Level, Settings

WORKER_SET = ("max_lp", "default_lp")
"""On two cores this pair proves the levels of a school where the default set does not."""

LARGE = 1000
"""Eligible pairs from which an instance is solved part by part; a school of ten people has 700."""


@dataclass(frozen=True)
class SolveOptions:
    """How long and how the solver searches.

    `time_limit` is in seconds over all levels; with `deterministic` it is deterministic time, so
    that the same workbook gives the same plan on every machine. With `second_opinion` another
    solver is asked about what is proven, after the search. `threads` is how many the search may
    use, at most two; a deterministic one uses one.
    """

    time_limit: float
    seed: int = 1
    deterministic: bool = False
    second_opinion: bool = False
    threads: int = len(WORKER_SET)

    @classmethod
    def of(
        cls,
        settings: Settings,
        time_limit: float | None = None,
        seed: int | None = None,
        *,
        deterministic: bool = False,
    ) -> "SolveOptions":
        """The options of a run: what is `None` is as the workbook's settings say."""
        return cls(
            time_limit=float(settings.time_limit) if time_limit is None else time_limit,
            seed=settings.seed if seed is None else seed,
            deterministic=deterministic,
        )


@dataclass(frozen=True)
class Progress:
    """State of a running solve, for whoever watches; `seconds_left` is of the whole solve."""

    level: Level
    value: int | None
    bound: int | None
    seconds_left: float


OnProgress = Callable[[Progress], None]
