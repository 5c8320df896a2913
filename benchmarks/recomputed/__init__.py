"""Every figure that a study published, computed again in another way.

Reads what a study left in a folder (its CSV files as Excel reads them) and computes every figure of
its tables from the runs and the schools, with pandas, NumPy and SciPy alone: nothing of the program
is used. Of a study that has points at which nothing is drawn it is not the judge.
"""
