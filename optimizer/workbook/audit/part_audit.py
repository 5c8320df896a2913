"""The other parts that a write may touch, each with the only kind of change that it allows."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain

from optimizer.workbook.audit.ranges import anchored, mask_ranges
from optimizer.workbook.audit.tokens import (
    Differences,
    ForeignChangeError,
    Token,
    attribute,
    compare,
    folded,
    is_closing,
    name,
    spelled_out,
    split,
    without,
)

_FILTER_NAME = "_xlnm._FilterDatabase"
_COUNTED = re.compile(rb"(<(?:[\w.-]+:)?i4[^>]*>)[0-9]+(</)")


def audit_workbook(old: bytes, new: bytes, num_sheets: int) -> None:
    """Sheets appended, calculation asked, filters that follow their rows, names of new sheets."""

    def is_ours(token: Token) -> bool:
        return name(token) in ("calcPr", "definedNames") or _names_new_sheet(token, num_sheets)

    found = _compare(old, new, _workbook_token, folds={"definedName", "calcPr"})
    for run in found.came:
        sheets = [token for token in run.tokens if name(token) == "sheet"]
        others = [token for token in run.tokens if name(token) != "sheet"]
        if (sheets and not run.is_appended) or not all(map(is_ours, others)):
            raise ForeignChangeError("workbook")


def _workbook_token(token: Token) -> Token:
    if name(token) == "calcPr":
        return without(token, "fullCalcOnLoad")
    if name(token) == "definedName" and attribute(token, "name") == _FILTER_NAME:
        return anchored(token.decode("utf-8", "replace")).encode()
    return token


def _names_new_sheet(token: Token, num_sheets: int) -> bool:
    place = attribute(token, "localSheetId")
    return name(token) == "definedName" and place.isdecimal() and int(place) >= num_sheets


def audit_table(old: bytes, new: bytes) -> None:
    """The range of a table on a refilled sheet, its filter, and its total row switched off."""

    def mask(token: Token) -> Token:
        return without(token, "totalsRowCount") if name(token) == "table" else token

    def is_criterion(token: Token) -> bool:
        return name(token) == "filterColumn" and b"</" in token

    before, after = (
        [mask(token) for token in mask_ranges(folded(split(xml), {"filterColumn"}))]
        for xml in (old, new)
    )
    if compare(before, after, is_criterion).came:
        raise ForeignChangeError("table")


def audit_styles(old: bytes, new: bytes) -> None:
    """Styles appended at the end of their lists, so that the numbers of the others stay."""
    found = _compare(old, new, lambda token: without(token, "count"))
    for run in found.came:
        ends = {name(run.tokens[0]), name(run.tokens[-1])}
        is_new_list = ends in ({"numFmts"}, {"dxfs"})
        if not (run.is_appended or is_new_list):
            raise ForeignChangeError("styles")


def audit_lists(old: bytes, new: bytes, gone: Collection[str]) -> None:
    """Entries appended to the content types or relationships; those of removed parts went."""

    def names_gone_part(token: Token) -> bool:
        target = attribute(token, "PartName") or attribute(token, "Target")
        return any(part.endswith(target.rpartition("/")[2]) for part in gone if target)

    found = compare(split(old), split(new), names_gone_part)
    if not all(run.is_appended for run in found.came):
        raise ForeignChangeError("entries")


def audit_titles(old: bytes, new: bytes, num_added: int) -> None:
    """The document properties gained the titles of the added sheets and count them."""
    before, after = (_COUNTED.sub(rb"\1\2", xml) for xml in (old, new))
    found = _compare(before, after, lambda token: without(token, "size"))
    texts = [t for t in chain.from_iterable(r.tokens for r in found.came) if not name(t)]
    if len(texts) != num_added:
        raise ForeignChangeError("titles")


def audit_chain(old: bytes, new: bytes | None, overwritten: Mapping[str, Collection[str]]) -> None:
    """Only cells that were overwritten left the calculation chain.

    `overwritten` gives the addresses per sheet id; `new` is None when the part was taken out.
    """
    entries = [_entries(xml) for xml in (old, new or b"")]
    went = set(entries[0]) - set(entries[1])
    ours = {(sheet, cell) for sheet, cells in overwritten.items() for cell in cells}
    if not (went <= ours and set(entries[1]) <= set(entries[0])):
        raise ForeignChangeError("calculation-chain")


def _entries(xml: bytes) -> list[tuple[str, str]]:
    """Sheet id and address of every entry; one without a sheet id has that of the one before."""
    found, sheet = [], ""
    for token in split(xml):
        if name(token) == "c" and not is_closing(token):
            sheet = attribute(token, "i") or sheet
            found.append((sheet, attribute(token, "r")))
    return found


def _compare(
    old: bytes, new: bytes, mask: Callable[[Token], Token], folds: Iterable[str] = ()
) -> Differences:
    """What came; nothing may go."""
    names = frozenset(folds)
    before, after = (
        [mask(token) for token in spelled_out(folded(split(xml), names))] for xml in (old, new)
    )
    return compare(before, after, lambda token: False)
