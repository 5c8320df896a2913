"""The program ends when asked, or by itself; nothing that was not saved is lost by any end."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from openpyxl import load_workbook
from running_app import SECONDS, Running
from small_school import small_school

from models.issues import CellRef
from optimizer.app.program import Program
from optimizer.app.serve import Address, serve
from optimizer.app.state import recovery
from optimizer.workbook.write.cell_edits import CellEdit

PROGRAM = """
import sys
from optimizer.cli.main import main
if __name__ == "__main__":
    main(sys.argv[1:])
"""
EDIT = b'{"cellen": [["4", "name", "Ann Anders"]], "filter": ""}'


def test_it_ends_when_asked(app: Running) -> None:
    assert app.ask("/doe/einde", "POST", b"{}", {"origin": app.base}).status == 200
    app.thread.join(SECONDS)
    assert not app.thread.is_alive()


def test_it_ends_by_itself_without_a_window_and_keeps_what_was_not_saved(
    home: Path, school: Path
) -> None:
    program = Program(folder=home)

    def edit(_address: Address) -> None:
        program.desk.edit([CellEdit(CellRef("Personen", "B4"), "Ann Anders")], "Naam wijzigen")

    args, settings = (program, school), {"alone_seconds": 1.0, "on_ready": edit}
    thread = threading.Thread(target=serve, args=args, kwargs=settings, daemon=True)
    thread.start()
    thread.join(SECONDS)
    assert not thread.is_alive()
    found = recovery.find(school)
    assert found is not None
    assert [edit.value for edit in found.edits] == ["Ann Anders"]


def begun(folder: Path, workbook: Path) -> "subprocess.Popen[str]":
    """The program as a user starts it."""
    script = folder / "begin.py"
    script.write_text(PROGRAM)
    return subprocess.Popen(
        [sys.executable, script, "app", workbook, "--geen-browser", "--map", folder],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def address(process: "subprocess.Popen[str]") -> tuple[int, str]:
    assert process.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:(\d+)/\?sleutel=(\S+)", process.stdout.readline())
    assert found is not None
    return int(found[1]), found[2]


def post(port: int, token: str, path: str, body: bytes) -> int:
    import http.client

    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
            headers = {"cookie": f"taakverdeler_{port}={token}"}
            connection.request("POST", path, body, headers)
            return connection.getresponse().status
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the program does not answer")


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def test_a_kill_in_the_middle_of_a_solve_loses_nothing_and_leaves_nobody_behind(
    home: Path, tmp_path: Path
) -> None:
    workbook = small_school(home / "school.xlsx")
    before = workbook.read_bytes()
    process = begun(tmp_path, workbook)
    port, token = address(process)
    assert post(port, token, "/blad/mensen", EDIT) == 200
    assert post(port, token, "/doe/rekenen", b'{"seconden": 600}') == 200
    deadline = time.monotonic() + SECONDS
    while not (below := children(process.pid)) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait(SECONDS)
    while any(Path(f"/proc/{each}").exists() and not gone(each) for each in below):
        assert time.monotonic() < deadline + SECONDS
        time.sleep(0.1)
    assert workbook.read_bytes() == before
    found = recovery.find(workbook)
    assert found is not None
    assert [edit.value for edit in found.edits] == ["Ann Anders"]


def gone(pid: int) -> bool:
    """Whether a process has ended, though nobody has asked how."""
    try:
        return ") Z " in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return True


def test_a_kill_in_the_middle_of_a_write_leaves_the_old_file_or_the_new_one(
    home: Path, tmp_path: Path
) -> None:
    workbook = small_school(home / "school.xlsx")
    before = workbook.read_bytes()
    process = begun(tmp_path, workbook)
    port, token = address(process)
    assert post(port, token, "/blad/mensen", EDIT) == 200
    headers = {"cookie": f"taakverdeler_{port}={token}"}
    script = (
        "import http.client as h; "
        f"h.HTTPConnection('127.0.0.1', {port}).request('POST', '/doe/bewaren', b'', {headers})"
    )
    saving = subprocess.Popen([sys.executable, "-c", script])
    while not [path for path in home.iterdir() if path.suffix == ".tmp"]:
        if workbook.read_bytes() != before or saving.poll() is not None:
            break
    process.send_signal(signal.SIGKILL)
    process.wait(SECONDS)
    saving.wait(SECONDS)
    name = load_workbook(workbook)["Personen"]["B4"].value
    found = recovery.find(workbook)
    kept = found is not None and [edit.value for edit in found.edits] == ["Ann Anders"]
    assert name == "Ann Anders" or (name == "Noor Voorbeeld" and kept)
