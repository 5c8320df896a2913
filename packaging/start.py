"""What the bundle starts: the program as its command does; without words, the application."""

import os
import sys
from multiprocessing import freeze_support

from optimizer.cli.main import run

LIBRARIES = "LD_LIBRARY_PATH"


def give_back_library_path() -> None:
    """Let the browser that we open find its own libraries, not those of the bundle.

    PyInstaller points this variable at the bundle and keeps what the user had under another name;
    a program that we start would inherit it and load our libraries instead of the system's.
    """
    before = os.environ.pop(f"{LIBRARIES}_ORIG", None)
    if before:
        os.environ[LIBRARIES] = before
    else:
        os.environ.pop(LIBRARIES, None)


if __name__ == "__main__":
    # The solver runs in a process of its own, which in a bundle starts this file again.
    freeze_support()
    if sys.platform == "linux":
        give_back_library_path()
    run()
