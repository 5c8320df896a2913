"""What leaves the program: the workbook, the report, sheets to hand out, a vacancy."""

import tempfile
import zipfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from optimizer.app import words
from optimizer.app.program import Program
from optimizer.app.web import download, render, screen
from optimizer.explain.answer import Answer
from optimizer.flows.papers import PaperKind, papers_of
from optimizer.flows.pipeline import anonymise_workbook
from optimizer.flows.screening import make_forms
from optimizer.flows.vacancy import WORD, vacancy_of
from optimizer.report.document_ics import ics_bytes
from optimizer.report.document_pdf import pdf_bytes
from optimizer.report.document_xlsx import xlsx_bytes
from optimizer.report.papers.months import agendas
from optimizer.report.vacancy_text import NOTHING
from optimizer.workbook.write.storage import write_file

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REPORT_NEEDS = ("jinja2", "matplotlib")
REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""The report carries its own style; it has no script and asks for nothing."""
Made = Callable[[Program, Answer], Response]


def _papers(program: Program, request: Request) -> Response:
    judged = program.desk.judged
    has_plan = judged is not None and judged.is_kept
    return render(program, "papieren.html.jinja", here="/papieren", has_plan=has_plan)


def _workbook(program: Program, request: Request) -> Response:
    """The workbook as it would be saved now; the file itself is left alone."""
    return download(program.desk.image(), program.desk.opened.path.name, EXCEL)


def _stem(program: Program) -> str:
    return program.desk.opened.path.stem


def of_plan(path: str, make: Made) -> Route:
    """A paper about the plan; without one that keeps every rule, a sentence."""

    def build(program: Program, request: Request) -> Response:
        try:
            answer = program.desk.answer
        except LookupError:
            return render(program, "fout.html.jinja", here="/papieren", lines=(words.NO_PLAN,))
        return make(program, answer)

    return screen(path, build, is_long=True)


def _report(program: Program, answer: Answer) -> Response:
    missing = [name for name in REPORT_NEEDS if find_spec(name) is None]
    if missing:
        line = words.LACKING.format(names=" en ".join(missing))
        return render(program, "fout.html.jinja", here="/papieren", lines=(line,))
    from optimizer.report.html.page import render_page

    name = program.desk.opened.path.name
    page = render_page(answer, name, is_stored=not program.desk.has_new_plan)
    return HTMLResponse(page, headers={"content-security-policy": REPORT_POLICY})


def _sheets(kind: PaperKind) -> Made:
    """A file per person and per school, together in one."""
    writers: Mapping[PaperKind, Callable[..., bytes]] = {
        PaperKind.PDF: pdf_bytes,
        PaperKind.XLSX: xlsx_bytes,
    }

    def make(program: Program, answer: Answer) -> Response:
        files = {
            f"{paper.stem}.{kind}": writers[kind](paper.title, paper.blocks)
            for paper in papers_of(answer)
        }
        return download(zipped(files), f"{_stem(program)} bladen.zip", "application/zip")

    return make


def _agendas(program: Program, answer: Answer) -> Response:
    """A calendar of the months for everybody with work."""
    files = {f"{each.stem}.ics": ics_bytes(each) for each in agendas(answer)}
    return download(zipped(files), f"{_stem(program)} agenda's.zip", "application/zip")


def _sheets_page(program: Program, answer: Answer) -> Response:
    """Every sheet as it will be handed out, to look at and to print."""
    papers = [
        (paper.stem, paper.title, [(type(block).__name__, block) for block in paper.blocks])
        for paper in papers_of(answer)
    ]
    return render(program, "bladen.html.jinja", here="/papieren", papers=papers)


def _vacancy_page(program: Program, answer: Answer) -> Response:
    made = vacancy_of(answer)
    if made is None:
        return render(program, "fout.html.jinja", here="/papieren", lines=(NOTHING,))
    blocks = [(type(block).__name__, block) for block in made.blocks]
    papers = [("vacature", "Vacature", blocks)]
    return render(program, "bladen.html.jinja", here="/papieren", papers=papers)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Some files in one."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return target.getvalue()


def _vacancy(suffix: str, kind: str) -> Made:
    def make(program: Program, answer: Answer) -> Response:
        made = vacancy_of(answer)
        if made is None:
            return render(program, "fout.html.jinja", here="/papieren", lines=(NOTHING,))
        return download(made.content(suffix), f"{_stem(program)} vacature{suffix}", kind)

    return make


def _anonymous(program: Program, request: Request) -> Response:
    """A workbook that states the same problem without any name."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / program.desk.opened.path.name, Path(folder) / "uit.xlsx"
        write_file(source, program.desk.image())
        anonymise_workbook(source, target, program.columns)
        return download(target.read_bytes(), "zonder namen.xlsx", EXCEL)


def _forms(program: Program, request: Request) -> Response:
    """The forms of the screening, one per person."""
    with tempfile.TemporaryDirectory() as folder:
        source, forms = Path(folder) / program.desk.opened.path.name, Path(folder) / "formulieren"
        write_file(source, program.desk.image())
        made = make_forms(source, forms, program.columns)
        content = zipped({path.name: path.read_bytes() for path in made})
        return download(content, f"{_stem(program)} screening.zip", "application/zip")


ROUTES: tuple[Route, ...] = (
    screen("/papieren", _papers),
    screen("/papieren/werkboek", _workbook, is_long=True),
    of_plan("/papieren/verslag", _report),
    of_plan("/papieren/bladen", _sheets_page),
    of_plan("/papieren/vacature", _vacancy_page),
    of_plan("/papieren/agendas", _agendas),
    of_plan("/papieren/bladen-pdf", _sheets(PaperKind.PDF)),
    of_plan("/papieren/bladen-xlsx", _sheets(PaperKind.XLSX)),
    of_plan("/papieren/vacature-word", _vacancy(WORD, WORD_KIND)),
    of_plan("/papieren/vacature-tekst", _vacancy(".md", "text/markdown")),
    screen("/papieren/zonder-namen", _anonymous, is_long=True),
    screen("/papieren/formulieren", _forms, is_long=True),
)
