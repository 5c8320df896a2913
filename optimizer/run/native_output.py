"""Keeps what native libraries print out of the results that this program prints."""

import os
import sys
from io import TextIOWrapper

STDOUT = 1


def keep_native_output_out() -> None:
    """Give Python's standard output a file descriptor of its own; the first one leads nowhere.

    A library in C++ prints on file descriptor 1 whatever Python's `sys.stdout` is: HiGHS its name
    when it is first used and `HighsMipSolverData::…` at times, both with its output switched off.
    It may hold such a line back until the process ends, so this is done once and for good, before
    anything is solved; processes that are started afterwards inherit it.
    """
    stream = sys.stdout
    if not isinstance(stream, TextIOWrapper):
        return  # Somebody has taken the output already, as tests do.
    stream.flush()
    try:
        own = os.dup(STDOUT)
    except OSError:
        return  # No output at all, as in a program without a console.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STDOUT)
    os.close(nowhere)
    sys.stdout = TextIOWrapper(
        os.fdopen(own, "wb"),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
    )
