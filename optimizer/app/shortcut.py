"""A file to double click: it starts the program without a terminal."""

import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from models.errors import WorkbookError
from optimizer.workbook.write.storage import write_file

NAMES: Mapping[str, tuple[str, ...]] = {
    "win32": ("taakverdeler.vbs", "taakverdeler.cmd"),
    "darwin": ("taakverdeler.command",),
    "linux": ("taakverdeler.desktop",),
}
"""By system; of Windows the first shows no window, the second shows what goes wrong."""
MAY_RUN = 0o755
PLACE = "{program}"
"""Where the path of the program comes."""
ICON_PLACE = "{icon}"
"""Where the path of the picture comes, on the system whose launcher names one."""


def _icon() -> str:
    return str(files("optimizer.app") / "static" / "icoon.svg")


def write_shortcuts(
    folder: Path, program: Path | None = None, system: str = sys.platform
) -> tuple[Path, ...]:
    """Write the files of a system into a folder; one that stands there is replaced.

    `program` is the installed command; the one that runs unless told.

    Raises
    ------
    WorkbookError
        `not-writable`.
    """
    if not folder.is_dir():
        raise WorkbookError("not-writable", path=folder)
    command = str(program or Path(sys.argv[0]).resolve())
    made = []
    for name in NAMES.get(system, NAMES["linux"]):
        text = (files("optimizer.app") / "launchers" / name).read_text("utf-8")
        ends = "\r\n" if system == "win32" else "\n"
        content = text.replace(PLACE, command).replace(ICON_PLACE, _icon()).replace("\n", ends)
        path = folder / name
        write_file(path, content.encode())
        path.chmod(MAY_RUN)
        made.append(path)
    return tuple(made)
