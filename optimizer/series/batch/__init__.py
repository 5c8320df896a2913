"""Many workbooks in one run: one plan each, whatever happens to the others."""
