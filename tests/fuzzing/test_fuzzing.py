"""A fixed number of fuzz cases: no traceback, no hang, no partial file, no input touched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES, CHUNKS = 20, 4
"""Cases are shared out so that parallel test runs finish together."""
PATIENCE_SECONDS = 1800

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def fuzz(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The fuzzer in a process of its own: one that runs tests has threads, and may not fork."""
    return subprocess.run(
        [sys.executable, "-m", "fuzzing", *map(str, arguments)],
        capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False, cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
    )  # fmt: skip


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_fixed_cases(chunk: int, tmp_path: Path) -> None:
    size = CASES // CHUNKS
    done = fuzz("--cases", str(size), "--first", str(1000 + chunk * size), "--out", tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{size} cases, 0 failed." in done.stdout
