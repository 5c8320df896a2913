"""Issues and refusals to Dutch sentences: where, what stands there, what is expected."""

from collections import defaultdict
from collections.abc import Mapping

from models.errors import WorkbookError
from models.issues import Issue, Severity
from optimizer.report.dutch import dutch, shown
from optimizer.report.file_sentences import FILES
from optimizer.report.issue_sentences import SENTENCES

_SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: "FOUT", Severity.WARNING: "LET OP"}


def describe_issue(issue: Issue) -> str:
    """One or two sentences: the cell, what stands there, what is expected.

    `KeyError` for a code without a sentence, or a sentence that asks a fact the issue lacks.
    """
    facts: dict[str, str] = {name: shown(value) for name, value in issue.facts.items()}
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
