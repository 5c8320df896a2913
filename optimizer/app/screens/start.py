"""The first screen: a new workbook, one that stands on this computer, an overview, an example."""

from contextlib import suppress
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.errors import WorkbookError
from optimizer.app import files, words
from optimizer.app.program import LaidBeside, Program
from optimizer.app.state.opened import Opened
from optimizer.app.web import Fields, Reply, action, render, screen, uploaded
from optimizer.flows.screening import Heard
from optimizer.importing.again import import_again
from optimizer.importing.answer_sheet import read_answer_sheet
from optimizer.importing.importer import import_overview
from optimizer.report.dutch import tell
from optimizer.workbook.template.template import write_template
from optimizer.workbook.write.storage import write_file

EXAMPLES = {"school": "voorbeeld school.xlsx", "groep": "voorbeeld scholengroep.xlsx"}


def _start(program: Program, request: Request) -> Response:
    overview = _overview_of(program)
    return render(program, "start.html.jinja", recent=files.recent(), overview=overview, here="/")


def _overview_of(program: Program) -> str | None:
    """What the overview is called of which the open workbook was made; `None` of another one."""
    if not program.desk.is_open:
        return None
    with suppress(WorkbookError):
        return Path(read_answer_sheet(program.desk.opened.raw).overview).name
    return None


def _folder(program: Program, request: Request) -> Response:
    """The list of a folder, to choose a workbook from."""
    asked = request.query_params.get("map")
    folder = Path(asked) if asked else _usual_folder(program)
    return render(program, "_map.html.jinja", found=files.listed(folder))


def _usual_folder(program: Program) -> Path:
    if program.desk.is_open:
        return program.desk.opened.path.parent
    return program.folder if program.folder.is_dir() else Path.home()


def _open(program: Program, fields: Fields) -> Reply:
    return _opened(program, Path(str(fields["pad"])), "/controle")


def _opened(program: Program, path: Path, go: str) -> Reply:
    if program.planner.is_running:
        return Reply(errors=(words.BUSY,))
    program.desk.open(Opened.read(path.resolve(), program.columns))
    program.planner.drop()
    program.scenarios.begin()
    program.heard, program.other = Heard(), None
    program.laid_beside = LaidBeside()
    files.remember(path.resolve())
    return Reply(go="/" if program.desk.recovered else go)


def _new(program: Program, fields: Fields) -> Reply:
    name = files.safe_name(str(fields.get("naam") or words.NEW_NAME))
    path = files.free_path(program.folder, name)
    write_template(path)
    return _opened(program, path, "/stappen")


def _example(program: Program, fields: Fields) -> Reply:
    kind = str(fields["soort"])
    path = files.free_path(program.folder, EXAMPLES[kind])
    write_template(path, kind)
    return _opened(program, path, "/plan")


def _copied(program: Program, name: str, content: bytes) -> Reply:
    _check(name, content)
    path = files.free_path(program.folder, name)
    write_file(path, content)
    return _opened(program, path, "/controle")


def _check(name: str, content: bytes) -> None:
    """Refuse what is no workbook before it gets a place in the folder of the user."""
    with files.as_file(name, content) as copy:
        Opened.read(copy)


def _imported(program: Program, name: str, content: bytes) -> Reply:
    path = files.free_path(program.folder, files.safe_name(f"{Path(name).stem} werkboek"))
    with files.as_file(name, content) as source:
        done = import_overview(source, path, place=name)
    reply = _opened(program, path, "/taken")
    return Reply(say=tell(words.IMPORTED, tasks=done.counts.tasks), go=reply.go)


def _imported_again(program: Program, name: str, content: bytes) -> Reply:
    """The overview once more, with the answers in the workbook: a new one beside it."""
    if program.planner.is_running:
        return Reply(errors=(words.BUSY,))
    if program.desk.is_dirty:
        return Reply(errors=(words.FIRST_SAVE,))
    workbook = program.desk.opened.path
    path = files.free_path(workbook.parent, workbook.name)
    with files.as_file(name, content) as source:
        made = import_again(workbook, path, source, place=name)
    reply = _opened(program, path, "/taken")
    done = tell(words.IMPORTED, tasks=made.imported.counts.tasks)
    return Reply(say=f"{done} {made.complaint}".strip(), go=reply.go)


ROUTES: tuple[Route, ...] = (
    screen("/", _start, needs_workbook=False),
    screen("/map", _folder, needs_workbook=False),
    action("/doe/openen", _open),
    action("/doe/nieuw", _new),
    action("/doe/voorbeeld", _example),
    uploaded("/doe/binnenhalen", _copied),
    uploaded("/doe/overzicht", _imported),
    uploaded("/doe/antwoorden", _imported_again),
)
