"""The calculation chain: entries of cells that no longer hold a formula are taken out."""

from collections.abc import Mapping

from optimizer.workbook.xlsx.parts import Parts
from optimizer.workbook.xlsx.xml_document import Document, Splice, apply_splices


def drop_entries(parts: Parts, workbook: str, removed: Mapping[str, frozenset[str]]) -> None:
    """Remove entries from the chain, and the chain itself when none is left.

    Parameters
    ----------
    parts
        The package.
    workbook
        Name of the workbook part.
    removed
        Addresses of the cells that lost their formula, by sheet id.
    """
    for name in parts.related(workbook, "calcChain") if any(removed.values()) else ():
        document = parts.known(name)
        if document is None:
            continue
        splices, kept = _splices(document, removed)
        if kept:
            parts.write(name, apply_splices(document.data, splices))
        else:
            parts.detach(workbook, name)


def _splices(document: Document, removed: Mapping[str, frozenset[str]]) -> tuple[list[Splice], int]:
    splices: list[Splice] = []
    kept = 0
    stated = current = ""
    for entry in document.root.all("c"):
        # An entry without a sheet id has that of the entry before it.
        current = entry.get("i") or current
        if entry.get("r") in removed.get(current, frozenset()):
            splices.append((entry.start, entry.end, b""))
            continue
        kept += 1
        if not entry.get("i") and stated != current:
            splices += document.rewrite(entry, {"i": current})
        stated = current
    return splices, kept
