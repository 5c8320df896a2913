"""What all drawing on a PDF shares."""

FONT = "DejaVu"
"""Letters that hold every name that a school has."""
