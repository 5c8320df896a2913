"""How much a run may still do: a limit in work, in seconds or in both, and one way to stop."""

import time
from math import inf, isinf

from optimizer.run.stop import Stop


class Clock:
    """What is left of the limits of a run, or of a part of it.

    *Work* is counted by the solvers themselves and is the same on every machine: a unit is about
    what one core of an ordinary laptop does in a second. Seconds pass by themselves. A run that is
    limited by work alone always ends in the same way; seconds beside it are an emergency brake.
    """

    def __init__(
        self,
        stop: Stop,
        *,
        work: float = inf,
        seconds: float = inf,
        whole: "Clock | None" = None,
    ) -> None:
        """Start now; `whole` is the clock that this one is a part of."""
        self.stop = stop
        self._work = work
        self._seconds = seconds
        self._whole = whole
        self._began = time.monotonic()
        self.done = 0.0

    @property
    def passed(self) -> float:
        """Seconds since it was started."""
        return time.monotonic() - self._began

    @property
    def used(self) -> float:
        """What was used of the limit: work where that is limited, else seconds."""
        return self.passed if isinf(self._work) else self.done

    @property
    def left(self) -> float:
        """What may still be used of it."""
        return max(0.0, min(self._work - self.done, self._seconds - self.passed))

    @property
    def seconds_left(self) -> float:
        """Seconds that may still pass."""
        return max(0.0, self._seconds - self.passed)

    @property
    def has_braked(self) -> bool:
        """Whether seconds ended what work would have let go on."""
        return not isinf(self._work) and self.seconds_left == 0.0

    @property
    def is_over(self) -> bool:
        """Whether whoever works by this clock must end."""
        return self.stop.requested or self.left <= 0.0

    def spend(self, work: float) -> None:
        """Note work that was done, here and in the whole."""
        self.done += work
        if self._whole is not None:
            self._whole.spend(work)

    def half(self) -> "Clock":
        """A clock for a step that others follow: it mostly ends long before."""
        return self.part(0.5)

    def part(self, share: float) -> "Clock":
        """A clock for a share of what is left.

        Work is shared when it is limited, and the seconds stay those of the whole: a brake is no
        limit to plan with. Without a limit of work the seconds are shared.
        """
        if isinf(self._work):
            return Clock(self.stop, seconds=share * self.seconds_left, whole=self)
        work = share * max(0.0, self._work - self.done)
        return Clock(self.stop, work=work, seconds=self.seconds_left, whole=self)

    def apart(self, stop: Stop) -> "Clock":
        """A clock with all that is left, for somebody who works at the same time.

        What is used by it is not counted here.
        """
        return Clock(stop, work=max(0.0, self._work - self.done), seconds=self.seconds_left)
