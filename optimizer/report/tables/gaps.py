"""The gaps: every task that is not fully covered, with its reason and a first remedy."""

from models.advice import advice_on
from models.explanation import Reason
from optimizer.explain.answer import Answer, Row
from optimizer.report.advice_text import advice_word
from optimizer.report.reason_text import describe_reason
from optimizer.report.remedy_text import describe_remedy
from optimizer.report.wording import Wording
from optimizer.workbook import labels


def gap_rows(answer: Answer) -> list[Row]:
    """One row per reason, in their order: daily and weekly work without hours first."""
    words = Wording(answer.instance)
    return [_row(answer, words, reason) for reason in answer.reasons]


def _row(answer: Answer, words: Wording, reason: Reason) -> Row:
    task = answer.task_list[reason.task.task]
    planned = answer.tasks.get(reason.task)
    return {
        "task": task.number,
        "title": task.title,
        "cluster": labels.CLUSTERS[task.cluster],
        "core": labels.YES_NO[task.core],
        "priority": labels.PRIORITIES[planned.priority if planned else task.priority],
        "rhythm": labels.RHYTHMS[task.rhythm] if task.rhythm else None,
        "unit": reason.task.unit,
        "demand": answer.hours(reason.demand) if planned else None,
        "planned": answer.hours(reason.covered) if planned else None,
        "shortfall": answer.hours(reason.demand - reason.covered) if planned else None,
        "reason": describe_reason(words, reason),
        "remedy": describe_remedy(words, reason),
        "advice": advice_word(advice_on(answer.instance.data, task, reason)),
    }
