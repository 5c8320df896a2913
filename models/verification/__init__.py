"""The solver-free checker: what a plan breaks and what it is worth."""

from models.explanation import Family
from models.verification.outcome import EnvelopeUse, Measure, Verification, Violation
from models.verification.verify import verify

__all__ = ["EnvelopeUse", "Family", "Measure", "Verification", "Violation", "verify"]
