"""Issues and refusals to Dutch sentences: where, what stands there, what is expected."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from models.errors import WorkbookError
from models.issues import Issue, Severity
from optimizer.report.file_sentences import FILES
from optimizer.report.issue_sentences import SENTENCES
from optimizer.workbook import labels

_WORDS: tuple[Mapping[Any, str], ...] = (
    labels.CLUSTERS,
    labels.FUNDINGS,
    labels.DIPLOMAS,
    labels.ROLES,
    labels.PRIORITIES,
    labels.DRIVERS,
    labels.DEVIATION_KINDS,
    labels.PLAN_ROLES,
    labels.LEVELS,
    labels.WEIGHT_CLASSES,
    labels.POINTS_INPUTS,
)
# By type too: members of two enumerations with the same value are equal.
_LABELS = {(type(member), str(member)): word for words in _WORDS for member, word in words.items()}
_SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: "FOUT", Severity.WARNING: "LET OP"}
_LONGEST = 60
_NONE = "(geen)"


def dutch(value: object) -> str:
    """A fact in Dutch: labels of choices, decimal commas, lists with commas, long texts cut."""
    if value is None or value == ():
        return _NONE
    if isinstance(value, StrEnum):
        return _LABELS.get((type(value), str(value)), str(value))
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, tuple):
        return ", ".join(dutch(part) for part in value)
    text = str(value)
    if isinstance(value, PurePath):
        return text
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def describe_issue(issue: Issue) -> str:
    """One or two sentences: the cell, what stands there, what is expected.

    `KeyError` for a code without a sentence, or a sentence that asks a fact the issue lacks.
    """
    facts = {name: dutch(value) for name, value in issue.facts.items()}
    if "least" in facts:
        most = issue.facts.get("most")
        facts["upto"] = "" if most is None else f" en hoogstens {dutch(most)}"
    sentence = SENTENCES[issue.code].format_map(facts)
    if issue.facts.get("nearest"):
        sentence += f" Bedoelt u ‘{facts['nearest']}’?"
    return f"{issue.where}: {sentence}" if issue.where else sentence[:1].upper() + sentence[1:]


def describe_severity(issue: Issue) -> str:
    """The word before a message: `FOUT` or `LET OP`."""
    return _SEVERITIES[issue.severity]


def describe_workbook_error(error: WorkbookError) -> str:
    """Why a file was refused, and what the user can do; the technical reason behind it."""
    facts = {name: dutch(value) for name, value in error.facts.items()}
    sentence = FILES[error.code].format_map(defaultdict(str, facts))
    sentence = " ".join(sentence.split())
    reason = facts.get("reason") or facts.get("part")
    return f"{sentence} ({reason})" if reason else sentence
