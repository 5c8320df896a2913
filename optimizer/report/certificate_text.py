"""The certificate of a write in Dutch: what changed, what is the same, and the proof of it."""

from collections.abc import Iterator, Mapping

from optimizer.workbook.audit.certificate import Certificate, ChangeKind, PartChange
from optimizer.workbook.write.writer import Written

RESULTS = "de resultaten zijn"
_SHORT = 12
"""Digits of a part's hash that are shown; the JSON document has all of them."""
_KINDS: Mapping[ChangeKind, str] = {
    ChangeKind.CHANGED: "gewijzigd",
    ChangeKind.ADDED: "nieuw",
    ChangeKind.REMOVED: "verwijderd",
}


def certificate_lines(written: Written, changed: str = RESULTS) -> Iterator[str]:
    """What was written where, and the certificate of it; `changed` says what alone is different."""
    certificate = written.certificate
    yield f"{written.path} is geschreven en nagekeken: alleen {changed} gewijzigd."
    if written.backup is not None:
        yield f"  Wat er stond, is bewaard als {written.backup.name}."
    yield f"  Cellen gewijzigd: {_cells(certificate)}."
    yield f"  Onderdelen byte voor byte gelijk: {certificate.identical} van {certificate.parts}."
    for change in certificate.changes:
        yield f"    {_part(change)}"
    yield f"  SHA-256 van de invoer:  {certificate.input_hash}"
    yield f"  SHA-256 van de uitvoer: {certificate.output_hash}"


def _cells(certificate: Certificate) -> str:
    total = sum(certificate.cells.values())
    sheets = ", ".join(f"{name} {number}" for name, number in certificate.cells.items())
    return f"{total} ({sheets})" if sheets else "0"


def _part(change: PartChange) -> str:
    hashes = " → ".join(digest[:_SHORT] for digest in (change.before, change.after) if digest)
    return f"{_KINDS[change.kind]} {change.part} ({hashes})"
