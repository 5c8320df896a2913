"""What is still open in a plan before it is adopted, in sentences."""

from collections.abc import Iterator, Sequence

from models.issues import Issue, Severity
from models.settings import Level
from optimizer.explain.answer import Answer
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.report.regular_text import undone_lines
from optimizer.workbook.agreement import Agreeing

_RISKS = (Level.SPREAD, Level.CONTINUITY)
"""What a team does better to know before it agrees: too much in one hand, work without back-up."""


def open_lines(answer: Answer, issues: Sequence[Issue]) -> Iterator[str]:
    """What lacks hours, core work first; what is left out; what is at risk; doubts of the check."""
    yield from _lacking(answer)
    yield from undone_lines(answer)
    words = LevelWords(answer.instance.settings.grain)
    for each in answer.result.levels:
        if each.level in _RISKS and each.final:
            yield f"{LEVEL_NAMES[each.level]}: {words.amount(each.level, each.final)}"
    doubts = sum(issue.severity is Severity.WARNING for issue in issues)
    if doubts:
        number = Agreeing(doubts, doubts)
        yield f"{number:waarschuwing|waarschuwingen} op het scherm Controle"


def _lacking(answer: Answer) -> Iterator[str]:
    """The tasks that lack hours, and how many."""
    covered = answer.plan.covered()
    for word, is_core in (("kerntaak|kerntaken", True), ("andere taak|andere taken", False)):
        missing = [
            lack
            for task in answer.tasks.values()
            if task.task.core is is_core and (lack := task.demand - covered.get(task.key, 0)) > 0
        ]
        if missing:
            number = Agreeing(len(missing), len(missing))
            hours = answer.hours(sum(missing))
            yield f"{format(number, word)} {format(number, '=mist|missen')} samen {hours} uur"
