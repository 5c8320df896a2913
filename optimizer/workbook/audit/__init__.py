"""Proof of what a write changed: the two packages compared, without knowing how it was written."""
