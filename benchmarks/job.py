"""The other side of `benchmarks.process`: `python -m benchmarks.job NAME ARGUMENTS TARGET`."""

import json
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.memory import own_peak


def main(name: str, arguments: str, target: str) -> None:
    """Run a job and write its answer, with the memory that it took, as JSON."""
    answer = import_module(f"benchmarks.jobs.{name}").run(json.loads(arguments))
    text = json.dumps(answer | {"memory": own_peak()})
    Path(target).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
