"""One piece of work that runs in the background, as the windows see it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.settings import Level
from optimizer.explain.answer import Answer
from optimizer.flows.takeover import Takeover
from optimizer.run.solve_options import Progress


class Phase(StrEnum):
    """How far the work is.

    `WAITING`: it is done, but for cells that were edited since; the user chooses.
    """

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    WAITING = "waiting"


@dataclass
class Job:
    """A plan that is being made.

    Attributes
    ----------
    version
        The state of the work that it is made for.
    progress
        The last that was told of each level, in their order.
    answer
        The plan, when there is one.
    takeover
        Whose work goes to whom, when the plan is one without somebody.
    lines
        What went wrong, in sentences.
    """

    version: int
    started: float = field(default_factory=time.monotonic)
    phase: Phase = Phase.RUNNING
    stopping: bool = False
    progress: Mapping[Level, Progress] = field(default_factory=dict)
    answer: Answer | None = None
    takeover: Takeover | None = None
    lines: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """How long ago it began."""
        return time.monotonic() - self.started
