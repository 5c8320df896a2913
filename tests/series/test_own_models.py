"""The installed program in a folder that holds a `models.py` and an `optimizer.py` of the user."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from easy_books import minimal, save

PATIENCE_SECONDS = 180
STUDY = 'naam = "x"\ntijd = 1\nniveaus = ["kern"]\n[populatie]\nwerkboeken = ["*.xlsx"]\n'
THEIRS = 'raise SystemExit("the file of the user was imported")\n'


@pytest.mark.parametrize("workers", ["1", "2"])
def test_files_with_our_names_are_left_alone(tmp_path: Path, workers: str) -> None:
    program = shutil.which("taakverdeler", path=str(Path(sys.executable).parent))
    assert program is not None
    save(tmp_path / "school.xlsx", minimal())
    (tmp_path / "studie.toml").write_text(STUDY, encoding="utf-8")
    for name in ("models.py", "optimizer.py", "click.py"):
        (tmp_path / name).write_text(THEIRS, encoding="utf-8")
    # As installed: no folder of ours is named on the way.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    for command in (
        ["controleer", "school.xlsx"],
        ["reeks", "school.xlsx", "-o", "plannen", "--werkers", workers],
        ["simuleer", "studie.toml", "-o", "uit", "--werkers", workers],
    ):
        done = subprocess.run(
            [program, *command], cwd=tmp_path, env=environment,
            capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False,
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        assert "imported" not in done.stdout + done.stderr
    assert (tmp_path / "plannen" / "school_plan.xlsx").exists()
    assert (tmp_path / "uit" / "studie.html").exists()
