"""The result as JSON: every number of a run, under stable English keys (see `docs/json.md`)."""

from collections.abc import Iterable
from enum import StrEnum

from models.issues import Issue
from models.plan import EnvelopeKey
from models.result import LevelResult
from optimizer.explain.answer import Answer
from optimizer.report.json_text import SCHEMA_VERSION, Json, issues_json
from optimizer.report.tables import all_rows
from optimizer.workbook.write.writer import Written


def result_json(answer: Answer, issues: Iterable[Issue], written: Written) -> Json:
    """The whole result of one run of `optimize`."""
    provenance = answer.provenance
    return {
        "schema": SCHEMA_VERSION,
        "status": answer.result.status,
        "interrupted": answer.result.interrupted,
        "seconds": round(answer.result.seconds, 3),
        "levels": [_level(level) for level in answer.result.levels],
        "plan": _plan(answer),
        "tables": all_rows(answer),
        "reasons": [
            {
                "task": reason.task.task,
                "unit": reason.task.unit,
                "kind": reason.kind,
                "demand_hours": answer.hours(reason.demand),
                "covered_hours": answer.hours(reason.covered),
            }
            for reason in answer.reasons
        ],
        "issues": issues_json(issues),
        "provenance": {
            "versions": provenance.versions,
            "input_sha256": provenance.input_hash,
            "seed": provenance.seed,
            "time_limit": provenance.time_limit,
            "deterministic": provenance.deterministic,
        },
        "output": written_json(written),
    }


def written_json(written: Written) -> Json:
    """The certificate of a workbook that was written."""
    certificate = written.certificate
    return {
        "path": str(written.path),
        "backup": None if written.backup is None else str(written.backup),
        "input_sha256": certificate.input_hash,
        "sha256": certificate.output_hash,
        "cells_changed": dict(certificate.cells),
        "parts": certificate.parts,
        "parts_identical": certificate.identical,
        "parts_changed": [
            {
                "part": change.part,
                "kind": change.kind,
                "before_sha256": change.before or None,
                "after_sha256": change.after or None,
            }
            for change in certificate.changes
        ],
    }


def _level(level: LevelResult) -> Json:
    return {
        "level": level.level,
        "value": level.value,
        "bound": level.bound,
        "gap": level.gap,
        "proven": level.proven,
        "final": level.final,
        "opinion": level.opinion,
        "seconds": round(level.seconds, 3),
    }


def _envelope(key: EnvelopeKey) -> dict[str, StrEnum | str]:
    return {"funding": key.funding, "owner": key.owner}


def _plan(answer: Answer) -> Json:
    plan = answer.plan
    return {
        "hours": [
            {"task": key.task, "unit": key.unit, "person": person, **_envelope(payer),
             "hours": answer.hours(grains)}
            for (key, person, payer), grains in sorted(plan.hours.items())
        ],
        "outsourced": [
            {"task": key.task, "unit": key.unit, **_envelope(payer), "hours": answer.hours(grains)}
            for (key, payer), grains in sorted(plan.outsourced.items())
        ],
        "leads": [
            {"task": key.task, "unit": key.unit, "person": person}
            for key, person in sorted(plan.leads.items())
        ],
        "backups": [
            {"task": key.task, "unit": key.unit, "person": person}
            for key, people in sorted(plan.backups.items())
            for person in people
        ],
    }  # fmt: skip
