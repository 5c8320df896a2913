"""The application as it runs, in a thread of the test, and a browser that looks at it."""

import http.client
import os
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from optimizer.app.program import Program
from optimizer.app.serve import Address, serve

SECONDS = 120.0
"""More than the program needs to begin, or to end, on a machine that is busy."""


@dataclass(frozen=True)
class Response:
    """What the program answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Running:
    """A program that runs."""

    program: Program
    address: Address
    thread: threading.Thread

    @property
    def base(self) -> str:
        """Its address without the key."""
        return self.address.url.partition("?")[0].rstrip("/")

    @property
    def token(self) -> str:
        """The key."""
        return self.address.url.rpartition("=")[2]

    @property
    def cookie(self) -> str:
        """What a browser sends once it came in with the key."""
        return f"taakverdeler_{self.address.port}={self.token}"

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        with_key: bool = True,
    ) -> Response:
        """One request, as a browser or as anybody else."""
        connection = http.client.HTTPConnection("127.0.0.1", self.address.port, timeout=SECONDS)
        own = {"cookie": self.cookie} if with_key else {}
        connection.request(method, path, body, {**own, **(headers or {})})
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        response = Response(answer.status, found, answer.read())
        connection.close()
        return response

    def end(self) -> None:
        """End it, and wait until it has."""
        self.program.end()
        self.thread.join(SECONDS)
        assert not self.thread.is_alive()


@contextmanager
def running(
    folder: Path, file: Path | None = None, alone_seconds: float = 3600.0
) -> Iterator[Running]:
    """A program that serves a folder, until the test is over."""
    program = Program(folder=folder)
    ready = threading.Event()
    found: list[Address] = []

    def tell(address: Address) -> None:
        found.append(address)
        ready.set()

    thread = threading.Thread(
        target=serve,
        args=(program, file),
        kwargs={"alone_seconds": alone_seconds, "on_ready": tell},
        daemon=True,
    )
    thread.start()
    assert ready.wait(SECONDS)
    started = Running(program, found[0], thread)
    _wait(started)
    try:
        yield started
    finally:
        if thread.is_alive():
            started.end()


def _wait(started: Running) -> None:
    """Until it answers."""
    for _ in range(int(SECONDS * 20)):
        try:
            if started.ask("/static/icoon.svg").status == 200:
                return
        except OSError:
            threading.Event().wait(0.05)
    raise AssertionError("the program does not answer")


def own_home(folder: Path) -> None:
    """A home of its own: what was opened last is not that of whoever runs the tests."""
    os.environ["XDG_CONFIG_HOME"] = str(folder)


def port_of(url: str) -> int | None:
    """The port of an address."""
    return urlsplit(url).port
