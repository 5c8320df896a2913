"""Files are written whole or not at all, and what they replace is kept."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import WorkbookError
from optimizer.workbook.write.storage import find_lock, is_lock, read_file, replace_file, write_file

BACKUP = re.compile(r"plan\.\d{4}-\d{2}-\d{2}_\d{6}(_\d+)?\.bak\.xlsx")


def replaced(path: Path, data: bytes = b"nieuw") -> Path | None:
    """Replace a file and return its backup."""
    return replace_file(path, data, len).backup


def backups(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if BACKUP.fullmatch(path.name))


def test_what_is_replaced_is_kept_under_a_dated_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"oud")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    kept = replaced(path)
    assert kept is not None
    assert backups(tmp_path) == [kept]
    assert (path.read_bytes(), kept.read_bytes()) == (b"nieuw", b"oud")
    assert kept.stat().st_mtime == 1_000_000_000
    assert len(list(tmp_path.iterdir())) == 2


def test_a_new_file_needs_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    assert replace_file(path, b"nieuw", len) == (5, None)
    assert [path] == list(tmp_path.iterdir())


def test_no_backup_ever_replaces_another(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"0")
    for number in range(1, 6):
        replaced(path, b"%d" % number)
    assert sorted(kept.read_bytes() for kept in backups(tmp_path)) == [b"0", b"1", b"2", b"3", b"4"]


def test_a_disk_without_hard_links_keeps_them_apart_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    test_no_backup_ever_replaces_another(tmp_path)
    assert len(list(tmp_path.iterdir())) == 6


def test_what_an_inspection_refuses_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"oud")

    def refuse(written: bytes) -> None:
        raise WorkbookError("not-ours", part=written.decode())

    with pytest.raises(WorkbookError) as refused:
        replace_file(path, b"nieuw", refuse)
    assert refused.value.facts == {"part": "nieuw"}
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"oud")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "in use by Excel")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorkbookError) as refused:
        replaced(path)
    assert refused.value.code == "not-writable"
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    real, link = tmp_path / "map" / "plan.xlsx", tmp_path / "snelkoppeling.xlsx"
    real.write_bytes(b"oud")
    link.symlink_to(real)
    kept = replaced(link)
    assert link.is_symlink()
    assert real.read_bytes() == b"nieuw"
    assert kept is not None
    assert kept.parent == real.parent


@pytest.mark.parametrize("lock", ["~$plan.xlsx", ".~lock.plan.xlsx#"])
def test_the_mark_of_an_open_file_is_seen(lock: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    assert find_lock(path) is None
    (tmp_path / lock).touch()
    assert find_lock(path) == tmp_path / lock
    assert is_lock(tmp_path / lock)
    assert not is_lock(path)


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(WorkbookError) as refused:
        read_file(path, 4)
    assert refused.value.code == "too-large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp.xlsx"
    os.mkfifo(pipe)
    with pytest.raises(WorkbookError) as refused:
        read_file(pipe, 100)
    assert refused.value.code == "unreadable"


def test_a_file_without_permission_is_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.xlsx"
    path.touch()

    def refuse(_self: Path) -> bytes:
        raise PermissionError(13, "in use by Excel")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(WorkbookError) as refused:
        read_file(path, 100)
    assert refused.value.code == "in-use"


KILLED = """
import os, signal, sys
from pathlib import Path
from optimizer.workbook.write import storage

folder, last = sys.argv[1], int(sys.argv[2])
steps = 0

def count(event, arguments):
    global steps
    if event.startswith(("open", "os.", "shutil.")) and any(folder in str(a) for a in arguments):
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)

real_sync = os.fsync
def sync(descriptor):
    count("os.fsync", [folder])
    real_sync(descriptor)

os.fsync = sync
sys.addaudithook(count)
storage.replace_file(Path(folder, "plan.xlsx"), b"nieuw" * 100_000, len)
"""
"""A write that is killed right before its n-th dealing with the folder."""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX signals")
def test_a_kill_at_any_moment_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    old, new = b"oud" * 100_000, b"nieuw" * 100_000
    left = set()
    for step in range(1, 40):
        folder = tmp_path / str(step)
        folder.mkdir()
        path = folder / "plan.xlsx"
        path.write_bytes(old)
        done = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(step)], check=False)
        assert path.read_bytes() in (old, new)
        assert all(kept.read_bytes() == old for kept in backups(folder))
        assert path.read_bytes() == old or backups(folder)
        left.add(path.read_bytes()[:1])
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    assert done.returncode == 0
    assert step > 8, "a write has more moments than this"
    assert left == {b"o", b"n"}


def test_a_written_file_replaces_without_a_backup_where_none_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.xlsx"
    path.write_bytes(b"oud")
    write_file(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert list(tmp_path.iterdir()) == [path]
