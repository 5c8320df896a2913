"""How good plans and bounds are found: search."""
