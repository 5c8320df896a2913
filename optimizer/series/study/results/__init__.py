"""The results of a study as tables on disk, read a part at a time: of runs, and of schools."""
