"""What can be done on every screen: save, undo, end."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from optimizer.app import files, words
from optimizer.app.program import Program
from optimizer.app.state.opened import Opened
from optimizer.app.web import Fields, Reply, action, program_of, render, screen
from optimizer.report.certificate_text import certificate_lines
from optimizer.workbook.write.writer import Written


def _bar(program: Program, request: Request) -> Response:
    return render(program, "_balk.html.jinja", here=request.query_params.get("op", "/"))


async def _events(request: Request) -> Response:
    stream = program_of(request).hub.events()
    headers = {"cache-control": "no-store"}
    return StreamingResponse(stream, media_type="text/event-stream", headers=headers)


def _save(program: Program, fields: Fields) -> Reply:
    """Nothing when all is saved: a backup of the same file would tell nobody anything."""
    if not program.desk.is_dirty:
        return Reply()
    return _saved(program, program.desk.save())


def _save_copy(program: Program, fields: Fields) -> Reply:
    """Beside the workbook, under a name that is free; the copy is open from then on."""
    path = program.desk.opened.path
    name = str(fields.get("naam") or words.COPY_NAME.format(stem=path.stem))
    target = files.free_path(path.parent, files.safe_name(name, path.suffix.lower()))
    reply = _saved(program, program.desk.save(target))
    files.remember(target)
    return reply


def _saved(program: Program, written: Written) -> Reply:
    facts = {"zekerheid": list(certificate_lines(written))}
    path = written.path.name
    if program.desk.has_new_plan:
        return Reply(errors=(words.SAVED_WITHOUT_PLAN.format(path=path),), facts=facts)
    if written.backup is None:
        return Reply(say=words.SAVED.format(path=path), facts=facts)
    said = words.SAVED_WITH_BACKUP.format(path=path, backup=written.backup.name)
    return Reply(say=said, facts=facts)


def _undo(program: Program, fields: Fields) -> Reply:
    program.desk.undo()
    return Reply()


def _redo(program: Program, fields: Fields) -> Reply:
    program.desk.redo()
    return Reply()


def _reload(program: Program, fields: Fields) -> Reply:
    program.desk.reload()
    return Reply()


def _recover(program: Program, fields: Fields) -> Reply:
    program.desk.recover()
    return Reply()


def _forget(program: Program, fields: Fields) -> Reply:
    program.desk.forget()
    return Reply()


def _throw_away(program: Program, fields: Fields) -> Reply:
    """Go back to the file as it is on disk."""
    path: Path = program.desk.opened.path
    program.desk.discard(Opened.read(path, program.columns))
    return Reply()


def _end(program: Program, fields: Fields) -> Reply:
    program.end()
    return Reply()


ROUTES: tuple[Route, ...] = (
    Route("/gebeurtenissen", _events),
    screen("/deel/balk", _bar, needs_workbook=False),
    action("/doe/bewaren", _save),
    action("/doe/kopie", _save_copy),
    action("/doe/ongedaan", _undo),
    action("/doe/opnieuw", _redo),
    action("/doe/herladen", _reload),
    action("/doe/herstellen", _recover),
    action("/doe/vergeten", _forget),
    action("/doe/weggooien", _throw_away),
    action("/doe/einde", _end),
)
