"""The program as a server on this computer alone: a free port, a key, and an end."""

import asyncio
import secrets
import socket
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from optimizer.app.guard import KEY_PARAMETER, Guard
from optimizer.app.program import Program
from optimizer.app.routes import ROUTES
from optimizer.app.state.opened import Opened

ADDRESS = "127.0.0.1"
ALONE_SECONDS = 3600.0
"""Without a window for an hour, and without a plan being made, the program ends by itself."""
LOOK_SECONDS = 5.0
"""How often it is looked whether that is so, and whether the file changed on disk."""


@dataclass(frozen=True)
class Address:
    """Where the program is found; `url` holds the key."""

    port: int
    url: str


def serve(
    program: Program,
    file: Path | None = None,
    *,
    port: int = 0,
    alone_seconds: float = ALONE_SECONDS,
    on_ready: Callable[[Address], None] = lambda address: None,
) -> None:
    """Run until the user, or an hour without a window, ends it.

    Raises
    ------
    WorkbookError, InvalidProblemError
        When the file cannot be opened.
    """
    if file is not None:
        program.desk.open(Opened.read(file, program.columns))
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    door.bind((ADDRESS, port))
    port, token = door.getsockname()[1], secrets.token_urlsafe(32)
    app = Starlette(routes=ROUTES, lifespan=_life(program, alone_seconds))
    app.state.program = program
    server = uvicorn.Server(
        uvicorn.Config(
            Guard(app, port, token),
            log_level="warning",
            access_log=False,
            http="h11",
            ws="none",
            timeout_graceful_shutdown=2,
        )
    )
    program.end = lambda: _end(program, server)
    on_ready(Address(port, f"http://{ADDRESS}:{port}/?{KEY_PARAMETER}={token}"))
    server.run(sockets=[door])


def _end(program: Program, server: uvicorn.Server) -> None:
    """Close every stream of events first: the server waits for what is open."""
    program.hub.publish("einde")
    program.hub.close()
    server.should_exit = True


def open_browser(address: Address) -> None:
    """Show the program in the browser of the user, once it answers."""
    threading.Timer(0.5, webbrowser.open, (address.url,)).start()


def _life(
    program: Program, alone_seconds: float
) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        program.hub.open()
        watch = asyncio.create_task(_watch(program, alone_seconds))
        try:
            yield
        finally:
            watch.cancel()
            program.hub.close()
            program.close()

    return life


async def _watch(program: Program, alone_seconds: float) -> None:
    """End the program when nobody looks at it; tell the windows when the file changed."""
    seen = False
    while True:
        await asyncio.sleep(min(LOOK_SECONDS, alone_seconds))
        if program.hub.alone_seconds >= alone_seconds and not program.planner.is_running:
            program.end()
        changed = await asyncio.to_thread(lambda: program.desk.has_changed_on_disk)
        if changed != seen:
            seen = changed
            program.hub.publish("werk", version=program.desk.version)
