"""Memory of a process and everything that it started."""

import resource
from pathlib import Path

PROC = Path("/proc")
KIB = 1024


def tree_memory(pid: int) -> float:
    """Resident memory in MiB of a process and its descendants now; 0 where `/proc` is missing.

    Pages that processes share count for each of them, so it is rather too much than too little.
    """
    children = [int(child) for file in _task_files(pid) for child in _read(file).split()]
    return _resident(pid) + sum(map(tree_memory, children))


def own_peak() -> float:
    """The most resident memory in MiB that this process had, or the largest of its children."""
    return max(program_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / KIB)


def program_peak() -> float:
    """The most resident memory in MiB that this program had.

    Not `ru_maxrss`: that begins with the memory of the process that started it (Linux, `exec`).
    Only where `/proc` is missing it has to do.
    """
    lines = _read(PROC / "self" / "status").splitlines()
    found = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
    return (found or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss])[0] / KIB


def _task_files(pid: int) -> list[Path]:
    return list(PROC.glob(f"{pid}/task/*/children"))


def _resident(pid: int) -> float:
    lines = _read(PROC / str(pid) / "status").splitlines()
    found = [line.split()[1] for line in lines if line.startswith("VmRSS:")]
    return int(found[0]) / KIB if found else 0.0


def _read(file: Path) -> str:
    """The text of a file of a process that may be gone by now."""
    try:
        return file.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
