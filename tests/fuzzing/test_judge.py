"""The judge itself: what it lets pass, and what it must not."""

from dataclasses import replace

import pytest

from fuzzing.child import NEVER_ENDED, Outcome
from fuzzing.judge import INPUT, Trial, faults

BEFORE = {INPUT: b"in"}
BACKUP = "werk.2026-11-22_143000.bak.xlsx"
REFUSED = Trial("optimize", ("plan.xlsx",), Outcome(3, err="FOUT"), BEFORE, BEFORE)
MADE = replace(REFUSED, outcome=Outcome(0), after={INPUT: b"in", "plan.xlsx": b"uit"})
IN_PLACE = Trial("optimize", (INPUT,), Outcome(0), BEFORE, {INPUT: b"uit", BACKUP: b"in"})


@pytest.mark.parametrize(
    "trial",
    [
        REFUSED,
        MADE,
        IN_PLACE,
        replace(REFUSED, outcome=Outcome(5, err="Geen plan gevonden")),
        replace(REFUSED, outputs=(INPUT,)),
        Trial("check", (), Outcome(0), BEFORE, BEFORE),
    ],
)
def test_what_is_right_passes(trial: Trial) -> None:
    assert list(faults(trial)) == []


@pytest.mark.parametrize(
    ("outcome", "fault"),
    [
        (Outcome(NEVER_ENDED), "hangs"),
        (Outcome(-9), "ended by signal 9"),
        (Outcome(1, err="Dit is een fout"), "exit code 1"),
        (Outcome(3), "exit code 3 without a word"),
        (Outcome(3, err="Traceback (most recent call last)"), "says ‘Traceback’"),
        (Outcome(3, out="UserWarning: x"), "says ‘Warning:’"),
    ],
)
def test_how_a_command_may_not_end(outcome: Outcome, fault: str) -> None:
    assert list(faults(replace(REFUSED, outcome=outcome))) == [fault]


def test_a_code_belongs_to_its_command() -> None:
    wrong = Trial("check", (), Outcome(4, err="onmogelijk"), BEFORE, BEFORE)
    assert list(faults(wrong)) == ["exit code 4"]


@pytest.mark.parametrize(
    ("trial", "fault"),
    [
        (replace(REFUSED, after={INPUT: b"anders"}), "touched its input"),
        (replace(REFUSED, after={}), "made no werk.xlsx"),
        (replace(REFUSED, after=MADE.after), "left plan.xlsx"),
        (replace(MADE, after=BEFORE), "made no plan.xlsx"),
        (
            replace(MADE, after={**MADE.after, ".plan.xlsx.0123abcd.tmp": b""}),
            "left .plan.xlsx.….tmp",
        ),
        (replace(IN_PLACE, after={INPUT: b"uit"}), "replaced a file without keeping it"),
        (
            replace(IN_PLACE, after={INPUT: b"uit", BACKUP: b"anders"}),
            "replaced a file without keeping it",
        ),
        (replace(IN_PLACE, outcome=Outcome(3, err="FOUT")), f"left {BACKUP}"),
    ],
)
def test_what_a_command_may_not_do_to_files(trial: Trial, fault: str) -> None:
    assert fault in list(faults(trial))
