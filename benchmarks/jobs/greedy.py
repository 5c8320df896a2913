"""The plan that a person would make by hand, and what it is worth."""

import time

from benchmarks.case import Case
from benchmarks.process import Json
from models.instance import build_instance
from models.settings import Level
from models.verification import verify
from optimizer.construct.greedy import greedy_plan


def run(arguments: Json) -> Json:
    """The value of every level; `seconds` is from the problem to the plan."""
    data = Case(**arguments["case"]).build()
    began = time.monotonic()
    plan = greedy_plan(build_instance(data))
    seconds = time.monotonic() - began
    found = verify(data, plan)
    values = {level: found.levels[level] for level in Level if level is not Level.UNIQUENESS}
    return {"values": values, "seconds": seconds, "violations": len(found.violations)}
