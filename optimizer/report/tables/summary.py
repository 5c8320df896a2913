"""The summary: what a board reads, then status and proof, then what made the plan."""

from collections.abc import Iterable, Iterator

from models.result import LevelResult
from models.settings import Level
from optimizer.explain.answer import Answer, Row
from optimizer.report.level_text import LEVEL_NAMES, LevelWords
from optimizer.report.settings_text import settings_used
from optimizer.report.status_text import (
    OPINION_MEANINGS,
    OPINIONS,
    level_meaning,
    status_sentence,
    status_word,
)
from optimizer.report.tables.advice import advice_rows
from optimizer.report.tables.board import board_rows
from optimizer.workbook import labels

BOARD, PROOF, MADE_OF = "IN HET KORT", "BEWIJS", "WAARMEE DIT PLAN GEMAAKT IS"
"""Rows that say what comes below them; they have nothing but this."""


def summary_rows(answer: Answer) -> list[Row]:
    """The board's lines first, then the proof, then what the run was made of."""
    return [
        {"item": BOARD},
        *board_rows(answer),
        *advice_rows(answer),
        {"item": PROOF},
        {
            "item": labels.STATUS,
            "value": status_word(answer),
            "seconds": round(answer.result.seconds, 1),
            "remark": status_sentence(answer),
        },
        *level_rows(answer),
        *_opinion_rows(answer.result.levels),
        {"item": MADE_OF},
        *_run_rows(answer),
    ]


def level_rows(answer: Answer) -> list[Row]:
    """The objective levels; the choice between equal plans is none to who reads."""
    words = LevelWords(answer.instance.settings.grain)
    return [_level_row(answer, words, level) for level in told_levels(answer)]


def told_levels(answer: Answer) -> list[LevelResult]:
    """The levels that are told."""
    return [each for each in answer.result.levels if each.level is not Level.UNIQUENESS]


def _level_row(answer: Answer, words: LevelWords, level: LevelResult) -> Row:
    name = level.level
    row: Row = {
        "item": labels.GOAL.format(name=labels.LEVELS[name]),
        "remark": level_meaning(answer, words, level),
    }
    if level.value is None:
        return row | {"value": "overgeslagen", "proven": labels.NO}
    return row | {
        "value": words.number(name, level.value),
        "bound": None if level.bound is None else words.number(name, level.bound),
        "gap": None if level.gap is None else round(100 * level.gap, 2),
        "proven": labels.YES_NO[level.proven],
        "seconds": round(level.seconds, 1),
    }


def _opinion_rows(levels: Iterable[LevelResult]) -> Iterator[Row]:
    """What the second opinion says of every level that it was wanted on."""
    for level in levels:
        if level.opinion is not None:
            yield {
                "item": f"tweede mening {LEVEL_NAMES[level.level]}",
                "value": OPINIONS[level.opinion],
                "remark": OPINION_MEANINGS[level.opinion],
            }


def _run_rows(answer: Answer) -> Iterator[Row]:
    made_of = answer.provenance
    for item, value, remark in (
        ("zaad", made_of.seed, "Getal waarmee het zoeken begint: zelfde getal, zelfde zoektocht."),
        ("tijdslimiet", made_of.time_limit, "Seconden rekentijd die mochten."),
        ("deterministisch", labels.YES_NO[made_of.deterministic],
         "ja: zelfde werkboek, zelfde plan, ook zonder bewijs."),
        ("invoer", made_of.input_hash, "Vingerafdruk (SHA-256) van het gelezen werkboek."),
        ("versies", made_of.versions, "Programma en rekenbibliotheken."),
    ):  # fmt: skip
        yield {"item": item, "value": value, "remark": remark}
    for key, setting in settings_used(answer.instance.settings).items():
        yield {"item": labels.SETTING_USED.format(key=key), "value": setting}
