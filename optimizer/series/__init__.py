"""Many runs on one runner and one journal: a plan per workbook (batch), what-ifs (study)."""
