"""A study in words, tables and drawings: the files beside its results, and its page."""
