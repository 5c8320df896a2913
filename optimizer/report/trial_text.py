"""What a change by hand does to every level, in words."""

from collections.abc import Iterable, Iterator

from models.result import LevelResult
from models.settings import Level
from optimizer.report.level_text import LEVEL_NAMES, LevelWords


def level_lines(
    words: LevelWords, before: Iterable[LevelResult], after: Iterable[LevelResult]
) -> Iterator[str]:
    """The levels that get better or worse, less being better; one sentence when none does."""
    old = {each.level: each.final for each in before}
    changes = [
        (each.level, value, each.final)
        for each in after
        if (value := old.get(each.level)) is not None
        and each.final is not None
        and value != each.final
        and each.level is not Level.UNIQUENESS
    ]
    if not changes:
        yield "Elk doel blijft gelijk."
    for level, value, final in changes:
        word = "slechter" if final > value else "beter"
        change = words.amount(level, abs(final - value))
        told = f"{words.figure(level, value)} → {words.amount(level, final)}"
        yield f"{LEVEL_NAMES[level]}: {told} ({change} {word})"
