"""Populations, grids of changes, and what their thousands of runs say."""
