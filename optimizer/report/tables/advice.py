"""The advice in short, per way to close gaps: how many, how many hours, and which."""

from collections.abc import Iterator

from models.advice import AdviceKind, gaps_of
from optimizer.explain.answer import Answer, Row
from optimizer.report.advice_text import NAMES, advised_tasks


def advice_rows(answer: Answer) -> Iterator[Row]:
    """A row per way that is advised; a gap may stand under several."""
    gaps = gaps_of(answer.instance.data, answer.reasons)
    for kind in AdviceKind:
        chosen = [gap for gap in gaps if kind in gap.kinds]
        if chosen:
            yield {
                "item": f"advies {NAMES[kind]}",
                "value": answer.hours(sum(gap.shortfall for gap in chosen)),
                "remark": f"Uren per jaar: {advised_tasks(chosen)}.",
            }
