"""The summary: status, every level with its proof, totals, settings, and what made the plan."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from models.result import LevelResult
from models.vocabulary import Cluster
from optimizer.explain.answer import Answer, Row, percent
from optimizer.report.settings_text import settings_used
from optimizer.report.status_text import (
    OPINION_MEANINGS,
    OPINIONS,
    level_meaning,
    status_sentence,
    status_word,
)
from optimizer.report.tables.advice import advice_rows
from optimizer.workbook import labels


def summary_rows(answer: Answer) -> list[Row]:
    """The proof first, then totals, then what the run was made of."""
    return [
        {
            "item": "status",
            "value": status_word(answer.result),
            "seconds": round(answer.result.seconds, 1),
            "remark": status_sentence(answer.result),
        },
        *(level_row(level) for level in answer.result.levels),
        *_opinion_rows(answer.result.levels),
        *_coverage_rows(answer),
        *advice_rows(answer),
        *_run_rows(answer),
    ]


def level_row(level: LevelResult) -> Row:
    """One objective level."""
    row: Row = {"item": f"niveau {labels.LEVELS[level.level]}", "remark": level_meaning(level)}
    if level.value is None:
        return row | {"value": "overgeslagen", "proven": labels.NO}
    return row | {
        "value": level.value,
        "bound": level.bound,
        "gap": None if level.gap is None else round(100 * level.gap, 2),
        "proven": labels.YES_NO[level.proven],
        "seconds": round(level.seconds, 1),
    }


def _opinion_rows(levels: Iterable[LevelResult]) -> Iterator[Row]:
    """What the second opinion says of every level that it was wanted on."""
    for level in levels:
        if level.opinion is not None:
            yield {
                "item": f"tweede mening {labels.LEVELS[level.level]}",
                "value": OPINIONS[level.opinion],
                "remark": OPINION_MEANINGS[level.opinion],
            }


def coverage(answer: Answer) -> dict[Cluster | None, tuple[int, int]]:
    """Covered and demanded grains per cluster; `None` is all of them."""
    totals: dict[Cluster | None, list[int]] = defaultdict(lambda: [0, 0])
    for key, task in answer.tasks.items():
        for group in (task.task.cluster, None):
            totals[group][0] += answer.covered[key]
            totals[group][1] += task.demand
    return {group: (done, asked) for group, (done, asked) in totals.items()}


def _coverage_rows(answer: Answer) -> Iterator[Row]:
    found = coverage(answer)
    for group in [*Cluster, None]:
        done, asked = found.get(group, (0, 0))
        if asked:
            name = labels.CLUSTERS[group] if group else "alle taken"
            yield {
                "item": f"dekking {name}",
                "value": f"{percent(done, asked)} %".replace(".", ","),
                "remark": f"{answer.hours(done)} van {answer.hours(asked)} uur per jaar gepland.",
            }


def _run_rows(answer: Answer) -> Iterator[Row]:
    made_of = answer.provenance
    for item, value, remark in (
        ("zaad", made_of.seed, "Startgetal van de zoektocht."),
        ("tijdslimiet", made_of.time_limit, "Seconden rekentijd die mochten."),
        ("deterministisch", labels.YES_NO[made_of.deterministic],
         "ja: zelfde werkboek, zelfde plan, ook zonder bewijs."),
        ("invoer", made_of.input_hash, "Vingerafdruk (SHA-256) van het gelezen werkboek."),
        ("versies", made_of.versions, "Programma en rekenbibliotheken."),
    ):  # fmt: skip
        yield {"item": item, "value": value, "remark": remark}
    for key, setting in settings_used(answer.instance.settings).items():
        yield {"item": f"instelling {key}", "value": setting}
