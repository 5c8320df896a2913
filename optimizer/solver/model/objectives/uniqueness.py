"""Level uniqueness: a tie-break that does not depend on row order, machine or Python's hash."""

from hashlib import blake2b

from optimizer.solver.model.context import Context
from optimizer.solver.model.variables import Linear, weighted

BITS = 30
SAFE_TOTAL = 2**53
"""Above this an objective is no longer exact in the solver's floating-point bookkeeping."""


def weight(name: str, bits: int = BITS) -> int:
    """A fixed pseudo-random weight of a decision, from its name."""
    digest = blake2b(name.encode(), digest_size=8).digest()
    return 1 + int.from_bytes(digest, "big") % ((1 << bits) - 1)


def build(context: Context) -> Linear:
    """`Σ weight·decision`, with fewer bits where the whole could leave the exact range."""
    decisions = context.variables.decisions()
    # A negative index into a domain of the solver's protos silently gives 0.
    uppers = {name: max(list(var.proto.domain)) for name, var in decisions.items()}
    bits = BITS
    while sum(uppers.values()) << bits >= SAFE_TOTAL:
        bits -= 1
    return weighted((var, weight(name, bits)) for name, var in decisions.items())
