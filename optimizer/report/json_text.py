"""JSON documents as text, and what they all have in common (see `docs/json.md`)."""

import json
from collections.abc import Iterable, Mapping, Sequence

from models.issues import Issue
from optimizer.report.text import describe_issue

Json = Mapping[str, object]
SCHEMA_VERSION = 1


def dumps(document: Json) -> str:
    """JSON text with the Dutch letters as they are."""
    return json.dumps(document, ensure_ascii=False, indent=2)


def issues_json(issues: Iterable[Issue]) -> list[Json]:
    """Issues with their code, cell and sentence."""
    return [
        {
            "severity": issue.severity,
            "code": issue.code,
            "cell": str(issue.where) if issue.where else None,
            "message": describe_issue(issue),
        }
        for issue in issues
    ]


def refusal_json(
    exit_code: int, lines: Sequence[str], code: str | None, issues: Iterable[Issue]
) -> Json:
    """Why a command gave no result of its own."""
    error = {
        "exit_code": exit_code,
        "code": code,
        "message": "\n".join(lines),
        "issues": issues_json(issues),
    }
    return {"schema": SCHEMA_VERSION, "error": error}
