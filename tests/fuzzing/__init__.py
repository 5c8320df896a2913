"""A mutation fuzzer for workbooks: damaged and odd files go through the program as users run it.

It stands among the tests, not beside them: its seeds are the builders of the tests, a fixed number
of its cases is a test itself (`test_fuzzing.py`), and nothing of it is ever installed. For a long
run there is `make fuzz`.

A case is a seed and a list of mutations, each with a number of its own: `school+drop-member#12` is
the same file every time. Every command runs on it in a process of its own, forked from a parent
that has loaded everything, under limits of time and memory (`child.py`); `judge.py` says what a
command may do.
"""
