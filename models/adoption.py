"""An adopted plan: a run changes as little as it can, as soon as the work itself is covered."""

from dataclasses import replace

from models.settings import Level, Settings

STABLE_WEIGHT = 1000
"""The most that a weight may be: an hour that somebody loses outweighs any other quality of it."""
_WORK = frozenset({Level.CORE, Level.BALANCE, Level.COVERAGE})
"""What comes before the people's agreement: somebody who leaves must be replaced."""


def least_changing(settings: Settings) -> Settings:
    """The settings under which a plan keeps to the one that stands there.

    Quality, in which lost hours weigh most, comes right after the levels of the work.
    """
    order = tuple(level for level in settings.levels if level is not Level.QUALITY)
    place = max((order.index(level) + 1 for level in order if level in _WORK), default=0)
    return replace(
        settings,
        levels=(*order[:place], Level.QUALITY, *order[place:]),
        quality=replace(settings.quality, stability=STABLE_WEIGHT),
    )
