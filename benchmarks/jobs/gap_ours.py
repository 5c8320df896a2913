"""Our solver layer on a generalised assignment problem."""

import time
from pathlib import Path

from benchmarks.gap import gap_file
from benchmarks.gap_model import gap_landscape, gap_model
from benchmarks.portfolio import Race
from benchmarks.process import Json


def run(arguments: Json) -> Json:
    """Value and bound of the minimisation, and the seconds that the layer took."""
    problem = gap_file(Path(arguments["file"])).read()
    began = time.monotonic()
    race = Race(gap_model(problem), gap_landscape(problem), arguments["seconds"])
    race.run()
    value, bound, seconds = race.value, race.bound, time.monotonic() - began
    race.finish()
    return {"value": value, "bound": bound, "seconds": seconds, "remark": ""}
