"""Native libraries print on file descriptor 1: none of it reaches what a command prints."""

import json
import sys
from pathlib import Path

import pytest
from command_line import run_apart
from small_school import small_school

from optimizer.cli.exits import Exit

CHATTY = """
import ctypes
from optimizer.cli.main import run
from optimizer.solver.matrix import highs
libc, work = ctypes.CDLL(None), highs.watched
def chatty(*asked, **options):
    libc.puts(b"HighsMipSolverData::chatty")
    {flush}
    return work(*asked, **options)
highs.watched = chatty
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the C library has another name there")
@pytest.mark.parametrize("flush", ["libc.fflush(None)", "pass"], ids=["at once", "at the end"])
def test_what_is_printed_from_c_during_a_solve_is_not_in_the_answer(
    flush: str, tmp_path: Path
) -> None:
    source = small_school(tmp_path / "school.xlsx")
    program = (sys.executable, "-c", CHATTY.format(flush=flush))
    done = run_apart(program, "optimize", source, "-o", tmp_path / "plan.xlsx", "--json")
    assert done.code == Exit.DONE, done.err
    assert json.loads(done.out)["levels"]
