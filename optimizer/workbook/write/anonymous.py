"""The workbook without names: a new one with codes, checked for every name that it had to lose."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from models.errors import WorkbookError
from models.problem import GROUP, ProblemData
from models.settings import Settings
from optimizer.workbook import labels
from optimizer.workbook.read.aliases import anonymise, make_aliases
from optimizer.workbook.read.matching import fold
from optimizer.workbook.read.reader import RawWorkbook
from optimizer.workbook.template.catalogue import catalogue_tasks
from optimizer.workbook.template.guide_text import ANONYMOUS_NOTE
from optimizer.workbook.template.input_sheets import INPUT_SHEETS
from optimizer.workbook.template.output_sheets import OUTPUT_SHEETS, README_SHEET
from optimizer.workbook.template.template import Filling, catalogue_explanations, filled_workbook
from optimizer.workbook.write.storage import replace_file

_WORD = re.compile(r"[^\W\d_]{3,}")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Anonymised:
    """How many names became codes, and what was left out.

    Attributes
    ----------
    persons, schools
        Number that got a code.
    tasks, competences
        Number of the user's own, whose wording was replaced.
    sheets
        Number of sheets of the workbook that the program does not know; none was copied.
    """

    persons: int
    schools: int
    tasks: int
    competences: int
    sheets: int


def write_anonymous(raw: RawWorkbook, data: ProblemData, target: Path) -> Anonymised:
    """Write a new workbook that states the same problem without any name or typed text.

    Nothing is copied from the package that was read: what could hold a name in a place that
    nobody thinks of (comments, properties, hidden sheets, shared texts) is not there at all.

    Raises
    ------
    WorkbookError
        `name-left` when a name can still be found in what was written, `not-writable`.
    """
    anonymous = anonymise(data, make_aliases(data))
    written = filled_workbook(_filling(anonymous))
    typed = frozenset(_words(_typed_texts(raw)))
    replace_file(target, written, lambda content: _check(content, typed, target))
    return _count(raw, data, anonymous)


def _filling(data: ProblemData) -> Filling:
    packaged = {task.number: task.title for task in catalogue_tasks()}
    same = {task.number for task in data.tasks if packaged.get(task.number) == task.title}
    texts = catalogue_explanations().items()
    return Filling(
        data,
        remarks=("",) * len(data.deviations),
        explanations={number: text for number, text in texts if number in same},
        guide_note=ANONYMOUS_NOTE,
    )


def _typed_texts(raw: RawWorkbook) -> Iterator[str]:
    """Every text of the file that was read in which a name can stand."""
    yield raw.path.stem
    for sheet in raw.sheets:
        yield sheet.name
        for cells in sheet.rows.values():
            for cell in cells.values():
                yield str(cell.value)
                yield cell.note


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (word.casefold() for word in _WORD.findall(text))


def _check(content: bytes, typed: frozenset[str], target: Path) -> None:
    """Refuse a workbook with a word that the user typed and that the program does not bring."""
    bare = Filling(ProblemData(Settings(), (), (), catalogue_tasks()), guide_note=ANONYMOUS_NOTE)
    ours = _vocabulary(filled_workbook(bare)) | frozenset(_words(_label_texts()))
    left = (typed & _vocabulary(content)) - ours
    if left:
        raise WorkbookError("name-left", path=target, found=len(left))


def _label_texts() -> Iterator[str]:
    """Every text that the program itself puts in cells."""
    for value in vars(labels).values():
        several = value.values() if isinstance(value, Mapping) else value
        texts = [value] if isinstance(value, str) else several
        if isinstance(texts, Iterable):
            yield from (text for text in texts if isinstance(text, str))


def _vocabulary(content: bytes) -> frozenset[str]:
    """Every word in the texts of a workbook, wherever they stand."""
    with ZipFile(BytesIO(content)) as package:
        parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return frozenset(_words(unescape(_TAG.sub(" ", part)) for part in parts))


def _count(raw: RawWorkbook, data: ProblemData, anonymous: ProblemData) -> Anonymised:
    known = {fold(sheet.name) for sheet in (*INPUT_SHEETS, *OUTPUT_SHEETS)} | {fold(README_SHEET)}
    titles = zip(data.tasks, anonymous.tasks, strict=True)
    return Anonymised(
        persons=len(data.persons),
        schools=sum(school.code != GROUP for school in data.schools),
        tasks=sum(fold(before.title) != fold(after.title) for before, after in titles),
        competences=sum(name not in labels.COMPETENCES for name in data.competences),
        sheets=sum(fold(sheet.name) not in known for sheet in raw.sheets),
    )
