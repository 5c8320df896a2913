"""Pairs of cases at the edge of every hard rule: one just allowed, one just broken."""
