"""How much a run may still do: a limit in work, in seconds or in both, and one way to stop."""

import time
from math import inf, isinf

from optimizer.run.stop import Stop

BRAKE = 2.0
"""How many times its share of the seconds a part may take that is limited in work: a unit of work
takes one model half as long as another, and the parts after it need time as well."""


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
        self._has_braked = False
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
        """Whether seconds ended what work would have let go on, here or in a part."""
        return self._has_braked or (not isinf(self._work) and self.seconds_left == 0.0)

    @property
    def is_over(self) -> bool:
        """Whether whoever works by this clock must end."""
        if self.stop.requested or self.done >= self._work:
            return True
        if self.seconds_left > 0.0:
            return False
        self._brake()
        return True

    def _brake(self) -> None:
        """Note that seconds ended it, here and in the whole."""
        self._has_braked = not isinf(self._work)
        if self._whole is not None:
            self._whole._brake()

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

        Where work is limited the seconds are shared out more widely: they are a brake.
        """
        if isinf(self._work):
            return Clock(self.stop, seconds=share * self.seconds_left, whole=self)
        work = share * max(0.0, self._work - self.done)
        seconds = min(1.0, BRAKE * share) * self.seconds_left
        return Clock(self.stop, work=work, seconds=seconds, whole=self)

    def apart(self, stop: Stop) -> "Clock":
        """A clock with all that is left, for somebody who works at the same time.

        What is used by it is not counted here.
        """
        return Clock(stop, work=max(0.0, self._work - self.done), seconds=self.seconds_left)
