"""The report: one page that stands on its own, without scripts and without a network."""
