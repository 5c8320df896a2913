"""From cells to records: reading and parsing."""
