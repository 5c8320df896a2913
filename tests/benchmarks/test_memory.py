"""What a program took is its own, not that of the process that started it."""

import subprocess
import sys

from benchmarks.memory import program_peak

TAKEN_MIB = 300


def test_the_memory_of_whoever_starts_a_program_is_not_counted() -> None:
    taken = bytearray(TAKEN_MIB * 1024**2)
    assert program_peak() > TAKEN_MIB
    asked = [sys.executable, "-c", "from benchmarks.memory import program_peak as p; print(p())"]
    found = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert 0 < float(found.stdout) < TAKEN_MIB < len(taken)
