"""Text files of cells that Excel opens by itself: a text is never taken for a formula."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What Excel takes for the beginning of a formula."""
TEXT_SIGN = "'"
"""Before a text, it says that no formula follows."""
