"""Fictional schools and people: drawn so that their means are those that were published."""
