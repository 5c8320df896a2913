"""From a workbook with a plan to the papers that are handed out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from optimizer.explain.answer import Answer
from optimizer.flows.comparing import stored_answer
from optimizer.report.document import Block
from optimizer.report.document_ics import ics_bytes
from optimizer.report.document_pdf import pdf_bytes
from optimizer.report.document_xlsx import xlsx_bytes
from optimizer.report.papers.board import board_paper
from optimizer.report.papers.months import agendas
from optimizer.report.papers.paper import Paper
from optimizer.report.papers.people import person_papers
from optimizer.report.papers.schools import school_papers
from optimizer.workbook.write.storage import write_file


class PaperKind(StrEnum):
    """How a paper is written: to print, or to work on."""

    PDF = "pdf"
    XLSX = "xlsx"


_WRITERS: Mapping[PaperKind, Callable[[str, Iterable[Block]], bytes]] = {
    PaperKind.PDF: pdf_bytes,
    PaperKind.XLSX: xlsx_bytes,
}


def papers_of(answer: Answer) -> Iterator[Paper]:
    """Every paper of a plan: for the board, per person, then per school."""
    yield board_paper(answer)
    yield from person_papers(answer)
    yield from school_papers(answer)


def write_document(path: Path, title: str, blocks: Iterable[Block]) -> None:
    """Write a text by the ending of the file's name: .xlsx, or else a PDF.

    Raises
    ------
    WorkbookError
        `no-pdf` when the library is missing, or when the file cannot be written.
    """
    kind = PaperKind.XLSX if path.suffix.lower() == ".xlsx" else PaperKind.PDF
    write_file(path, _WRITERS[kind](title, blocks))


def write_papers(
    source: Path,
    folder: Path,
    kind: PaperKind = PaperKind.PDF,
    columns: Path | None = None,
    *,
    with_agendas: bool = False,
) -> tuple[Path, ...]:
    """Write a file per paper of the plan that stands in a workbook; the files that were made.

    With `with_agendas` everybody with work gets a calendar file of the months too.

    Raises
    ------
    WorkbookError
        `no-plan` when there is none, `no-pdf` or `no-ics` when a library is missing, or when a
        file cannot be read or written.
    InvalidProblemError
        When the workbook has errors.
    """
    answer = stored_answer(source, columns=columns)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for paper in papers_of(answer):
        path = folder / f"{paper.stem}.{kind}"
        write_file(path, _WRITERS[kind](paper.title, paper.blocks))
        made.append(path)
    if with_agendas:
        made += _write_agendas(answer, folder)
    return tuple(made)


def _write_agendas(answer: Answer, folder: Path) -> list[Path]:
    made = []
    for agenda in agendas(answer):
        path = folder / f"{agenda.stem}.ics"
        write_file(path, ics_bytes(agenda))
        made.append(path)
    return made
