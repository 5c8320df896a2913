"""A generalised assignment problem as arrays for the peers."""

from pathlib import Path

from benchmarks.export import matrix_of
from benchmarks.gap import gap_file
from benchmarks.gap_model import gap_model
from benchmarks.process import Json


def run(arguments: Json) -> Json:
    """Write `gap.npz` into the folder."""
    path = Path(arguments["folder"]) / "gap.npz"
    matrix_of(gap_model(gap_file(Path(arguments["file"])).read())).save(path)
    return {"files": {"gap": str(path)}}
