"""Holds a plan against every rule and computes its levels, without a solver."""

from models.plan import EnvelopeKey, Plan
from models.problem import ProblemData
from models.verification.facts import Facts, derive_facts
from models.verification.levels import LEVELS
from models.verification.outcome import EnvelopeUse, Verification
from models.verification.reading import read_plan
from models.verification.rules import CHECKS
from models.verification.world import World, build_world


def verify(data: ProblemData, plan: Plan) -> Verification:
    """Check a plan for a validated problem; a malformed plan gives violations, never an error."""
    world = build_world(data)
    sound = read_plan(world, plan)
    facts = derive_facts(world, sound)
    found = [violation for check in CHECKS.values() for violation in check(world, facts)]
    return Verification(
        violations=(*sound.complaints, *found),
        levels={level: compute(world, facts) for level, compute in LEVELS.items()},
        loads=facts.loads,
        travel=facts.travel,
        trips=facts.trips,
        floor_targets=facts.floor_targets,
        demand={key: duty.demand for key, duty in world.duties.items()},
        envelope_use=_envelope_use(world, facts),
    )


def _envelope_use(world: World, facts: Facts) -> dict[EnvelopeKey, EnvelopeUse]:
    return {
        key: EnvelopeUse(used=facts.used[key], amount=envelope.amount, measure=envelope.measure)
        for key, envelope in world.money.envelopes.items()
    }
