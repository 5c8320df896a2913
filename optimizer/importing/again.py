"""An import made again: with the answers on its sheet of doubts, and what was filled in since."""

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from models.errors import InvalidProblemError, WorkbookError
from models.issues import Severity
from models.problem import ProblemData
from optimizer.importing.answer_sheet import AnswerSheet, read_answer_sheet, with_answers_kept
from optimizer.importing.importer import Imported, read_overview, relative_place, told_where
from optimizer.importing.kept_entries import keep_entries
from optimizer.importing.sentences import UNCLEAR
from optimizer.importing.source_map import SourceMap
from optimizer.workbook.agreement import agreeing
from optimizer.workbook.read.parser import parse_workbook
from optimizer.workbook.read.reader import read_workbook
from optimizer.workbook.template.review_page import REVIEW, ReviewRow
from optimizer.workbook.template.template import Filling, write_filled


@dataclass(frozen=True)
class ImportedAgain:
    """What was made of the answers, and the points whose answer could not be understood."""

    imported: Imported
    overview: Path
    unclear: tuple[ReviewRow, ...]

    @property
    def complaint(self) -> str:
        """The sentence about those points; empty without any."""
        if not self.unclear:
            return ""
        places = ", ".join(row.source for row in self.unclear)
        return UNCLEAR.format_map(agreeing({"count": len(self.unclear), "places": places}))


def import_again(
    workbook: Path,
    target: Path,
    overview: Path | None = None,
    source_map: SourceMap | None = None,
    place: str = "",
) -> ImportedAgain:
    """Import the overview of a workbook once more, as the answers on its sheet of doubts say.

    What the user filled in on the workbook is kept. Neither file is changed.

    Parameters
    ----------
    workbook
        A workbook that an import made.
    target
        The new workbook; a file that stands there is replaced.
    overview
        Where the overview is; when absent, where the sheet of doubts says, or beside the workbook.
    source_map
        The file of columns with which it was read, if any.
    place
        Where the new workbook says that the overview is, when `overview` is a copy of it.

    Raises
    ------
    WorkbookError
        `no-answer-sheet`, `overview-gone`, `overview-unknown`, and all that reading and writing
        can raise.
    InvalidProblemError
        When the workbook itself has mistakes.
    """
    raw = read_workbook(workbook)
    sheet = read_answer_sheet(raw)
    source = overview or _overview_of(workbook, sheet)
    user, issues = parse_workbook(raw)
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    if user is None or errors:
        raise InvalidProblemError(errors)
    base = read_overview(source, source_map, sheet.applied())
    new = read_overview(source, source_map, sheet.answers())
    stood = _as_read(base.filling)
    data = keep_entries(replace(base.built, data=stood), user, new.built)
    review = with_answers_kept(new.filling.review or (), sheet)
    remarks = _remarks(new.filling, data)
    filling = replace(new.filling, data=data, review=review, remarks=remarks)
    imported = told_where(
        replace(new, filling=filling), place or relative_place(source, target.parent)
    )
    write_filled(target, imported.filling)
    return ImportedAgain(imported, source, sheet.unclear())


def _overview_of(workbook: Path, sheet: AnswerSheet) -> Path:
    """Where the sheet says, or beside the workbook: a browser tells no more than a file's name."""
    if not sheet.overview:
        raise WorkbookError("overview-unknown", path=workbook.name, sheet=REVIEW.name)
    told = workbook.parent / sheet.overview
    found = next((path for path in (told, workbook.parent / told.name) if path.is_file()), None)
    if found is None:
        raise WorkbookError("overview-gone", path=workbook.name, found=sheet.overview)
    return found


def _as_read(filling: Filling) -> ProblemData:
    """The records as they come back from a workbook, to compare with what the user left."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "import.xlsx"
        write_filled(path, filling)
        data, _ = parse_workbook(read_workbook(path))
    return data or filling.data


def _remarks(filling: Filling, data: ProblemData) -> tuple[str, ...]:
    """The remark beside each deviation; the user's own have none."""
    known = dict(zip(filling.data.deviations, filling.remarks, strict=True))
    return tuple(known.get(each, "") for each in data.deviations)
