"""The model of every level, the earlier levels held, as arrays for the peers."""

from pathlib import Path

from benchmarks.case import Case
from benchmarks.export import matrix_of
from benchmarks.process import Json
from models.instance import build_instance
from models.settings import Level
from optimizer.solver.model.model import build_model
from optimizer.solver.model.objectives import OBJECTIVES


def run(arguments: Json) -> Json:
    """Write `<level>.npz` into the folder for each level that is held, in their order."""
    data = Case(**arguments["case"]).build()
    context = build_model(build_instance(data))
    files = {}
    for name, limit in arguments["held"].items():
        expression = OBJECTIVES[Level(name)](context)
        context.model.minimize(expression)
        path = Path(arguments["folder"]) / f"{name}.npz"
        matrix_of(context.model).save(path)
        files[name] = str(path)
        context.model.add(expression <= limit)
    return {"files": files}
