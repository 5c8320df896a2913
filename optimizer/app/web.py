"""From a request to a page or a reply: the only things that screens need to know of the web."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from models.errors import TaakverdelerError
from models.issues import Severity
from optimizer.app import words
from optimizer.app.files import SUFFIXES, safe_name
from optimizer.app.program import Program
from optimizer.report.failure_text import failure_lines
from optimizer.run.series_errors import SeriesError
from optimizer.run.versions import DISTRIBUTION

logger = logging.getLogger(__name__)
Fields = Mapping[str, Any]
"""What a form or a grid sends."""


@dataclass(frozen=True)
class Reply:
    """What a window does after something was done.

    Attributes
    ----------
    say
        A sentence to show for a while.
    go
        The screen to go to.
    errors
        Sentences that stay until they are closed; nothing was done then.
    facts
        Anything else that the caller asked for.
    """

    say: str = ""
    go: str = ""
    errors: tuple[str, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)

    def response(self) -> Response:
        """The reply as JSON."""
        told = {"zeg": self.say, "ga": self.go, "fouten": list(self.errors)}
        return JSONResponse({**told, **self.facts})


def program_of(request: Request) -> Program:
    """The program that a request is for."""
    program: Program = request.app.state.program
    return program


def error_count(program: Program) -> int:
    """How many errors the workbook has; 0 when none is open."""
    if not program.desk.is_open:
        return 0
    return sum(issue.severity is Severity.ERROR for issue in program.desk.checked.issues)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("optimizer.app", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=words, errors=error_count, version=version(DISTRIBUTION))
    return environment


def render(program: Program, template: str, **facts: object) -> HTMLResponse:
    """A page or a part of one; everything that a user wrote is escaped."""
    text = (
        _environment()
        .get_template(template)
        .render(program=program, desk=program.desk, planner=program.planner, **facts)
    )
    return HTMLResponse(text, headers={"cache-control": "no-store"})


Screen = Callable[[Program, Request], Response]
Action = Callable[[Program, Fields], Reply]
Taking = Callable[[Program, str, bytes], Reply]
"""What is done with a file: its name and its bytes."""


def screen(
    path: str, build: Screen, *, needs_workbook: bool = True, is_long: bool = False
) -> Route:
    """A page, a part of one, or a file; without a workbook it leads to the start.

    What it shows is of one moment. What takes long (`is_long`) keeps nobody waiting, and asks the
    state once.
    """

    def answer(request: Request) -> Response:
        program = program_of(request)
        if needs_workbook and not program.desk.is_open:
            return RedirectResponse("/", status_code=303)
        try:
            with nullcontext() if is_long else program.desk.lock:
                return build(program, request)
        except TaakverdelerError as failure:
            lines = error_lines(failure)
        except LookupError:
            lines = (words.GONE,)
        return render(program, "fout.html.jinja", here="", lines=lines)

    return Route(path, answer)


def action(path: str, do: Action) -> Route:
    """Something that is done on a post of JSON; what goes wrong is a reply like another.

    It runs in a thread, so that the windows are never kept waiting by what it computes; one at a
    time, so that none looks at a state that another is about to replace.
    """

    async def answer(request: Request) -> Response:
        program = program_of(request)
        try:
            fields = json.loads(await request.body() or b"{}")
        except ValueError:
            return Reply(errors=(words.NOT_UNDERSTOOD,)).response()
        if not isinstance(fields, dict):
            return Reply(errors=(words.NOT_UNDERSTOOD,)).response()
        return (await run_in_threadpool(_done, do, program, fields)).response()

    return Route(path, answer, methods=["POST"])


def uploaded(path: str, take: Taking, suffixes: Sequence[str] = SUFFIXES) -> Route:
    """Something that is done with a file which the browser sends, of one of these kinds."""

    async def answer(request: Request) -> Response:
        program, content = program_of(request), await request.body()
        params = {**request.query_params, "inhoud": content}
        return (
            await run_in_threadpool(_done, _with_file(take, suffixes), program, params)
        ).response()

    return Route(path, answer, methods=["POST"])


def _with_file(take: Taking, suffixes: Sequence[str]) -> Action:
    """The name is that of a file in a folder of ours, whatever was sent."""

    def do(program: Program, fields: Fields) -> Reply:
        name = safe_name(str(fields.get("naam", "")), known=suffixes)
        return take(program, name, fields["inhoud"])

    return do


def _done(do: Action, program: Program, fields: Fields) -> Reply:
    try:
        with program.desk.lock:
            return do(program, fields)
    except TaakverdelerError as failure:
        return Reply(errors=error_lines(failure))
    except LookupError:
        return Reply(errors=(words.GONE,))
    except Exception as failure:
        # A fault of ours is told like any other; what it was stands on the terminal.
        logger.exception("not done")
        return Reply(errors=failure_lines(failure))


def error_lines(failure: TaakverdelerError) -> tuple[str, ...]:
    """The sentences for an error."""
    if isinstance(failure, SeriesError):
        return (str(failure),)
    return failure_lines(failure)


def download(content: bytes, name: str, kind: str) -> Response:
    """A file for the browser to keep."""
    disposition = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=kind, headers={"content-disposition": disposition})
