"""A module per screen: what it shows and what can be done on it."""
