"""How many different tasks a person does: one task at several schools counts once."""

from collections import defaultdict

from ortools.sat.python import cp_model

from models.problem import PersonCode
from optimizer.solver.model.variables import Var, Variables, is_any


class Numbers:
    """Per person a variable for every task number, made when it is first asked."""

    def __init__(self, model: cp_model.CpModel, variables: Variables) -> None:
        self._model = model
        self._variables = variables
        self._does: dict[PersonCode, list[Var]] = {}

    def of(self, person: PersonCode) -> list[Var]:
        """Whether the person works on each task number that they may work on."""
        if person not in self._does:
            works: dict[str, list[Var]] = defaultdict(list)
            for key in self._variables.tasks_of(person):
                works[key.task].append(self._variables.works((key, person)))
            self._does[person] = [
                each[0] if len(each) == 1 else self._any_of(f"{person},{number}", each)
                for number, each in works.items()
            ]
        return self._does[person]

    def _any_of(self, name: str, works: list[Var]) -> Var:
        does = self._variables.derive(1, f"does[{name}]", works, is_any)
        for one in works:
            self._model.add_implication(one, does)
        return does
