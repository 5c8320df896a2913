"""Policies: who gets how many ICT points, as named rules or as functions of one's own."""
