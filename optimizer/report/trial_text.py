"""What a change by hand does to every level, in words."""

from collections.abc import Iterable, Iterator

from models.result import LevelResult
from optimizer.workbook import labels


def level_lines(before: Iterable[LevelResult], after: Iterable[LevelResult]) -> Iterator[str]:
    """The levels that get better or worse, less being better; one sentence when none does."""
    old = {each.level: each.final for each in before}
    changes = [
        (labels.LEVELS[each.level], value, each.final)
        for each in after
        if (value := old.get(each.level)) is not None
        and each.final is not None
        and value != each.final
    ]
    if not changes:
        yield "Elk niveau blijft gelijk."
    for name, value, final in changes:
        word = "slechter" if final > value else "beter"
        yield f"{name}: {value} → {final} ({abs(final - value)} {word})"
