"""Every peer that is installed, in a process of its own, on a model with a known answer."""

import re
from pathlib import Path

import numpy as np
import pytest
from machine import lacking
from ortools.sat.python import cp_model

from benchmarks.contest import ask_peer, score_of
from benchmarks.export import matrix_of
from benchmarks.peers.answer import judged
from benchmarks.peers.catalogue import PEERS, Peer
from benchmarks.peers.mps import write_mps

LIMIT = 10.0


def model_of(least: int) -> cp_model.CpModel:
    """Three projects and a whole number between -2 and 4; at least `least` must be reached."""
    model = cp_model.CpModel()
    projects = [model.new_bool_var("") for _ in range(3)]
    extra = model.new_int_var(-2, 4, "")
    unused = model.new_bool_var("")
    reached = 6 * projects[0] + 5 * projects[1] + 4 * projects[2] + extra
    model.add_linear_constraint(reached, least, 12)
    model.add_bool_or(~projects[0], projects[1], unused)
    model.minimize(9 * projects[0] + 6 * projects[1] + 5 * projects[2] + 2 * extra + 7)
    return model


def need(peer: Peer) -> None:
    if not peer.is_installed:
        lacking(f"{peer.title} is not installed: the extra ‘benchmark’")


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_proves_the_best_value(peer: Peer, tmp_path: Path) -> None:
    need(peer)
    file = tmp_path / "model.npz"
    matrix_of(model_of(8)).save(file)
    score = score_of(ask_peer(peer, str(file), LIMIT), "tiny", 1, "cost", peer.title)
    # Project 2 and 3 reach 9 of the 8; the number goes down to -1.
    assert (score.value, score.bound, score.remark) == (6 + 5 - 2 + 7, 16, "")
    assert score.memory > 0


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_tells_its_version(peer: Peer) -> None:
    need(peer)
    assert re.match(r"[\w-]+ \d+\.\d+\S* \(\w+ \d+\.", peer.version)


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_a_peer_without_a_solution_has_no_value(peer: Peer, tmp_path: Path) -> None:
    need(peer)
    file = tmp_path / "model.npz"
    model = model_of(8)
    model.add(sum(model.get_int_var_from_proto_index(place) for place in range(3)) >= 4)
    matrix_of(model).save(file)
    score = score_of(ask_peer(peer, str(file), LIMIT), "tiny", 1, "cost", peer.title)
    assert score.value is None


def test_an_answer_that_breaks_a_rule_does_not_count() -> None:
    matrix = matrix_of(model_of(8))
    answer = judged(matrix, np.zeros(len(matrix.cost)), 3.2, 0.5)
    assert (answer.value, answer.bound, answer.remark) == (None, 4, "breaks a rule")


def test_bounds_are_whole_and_infinite_ones_are_none() -> None:
    matrix = matrix_of(model_of(8))
    bounds = [judged(matrix, None, bound, 0.5).bound for bound in (2.0000000001, 1e20, None)]
    assert bounds == [2, None, None]


def test_a_model_as_a_file(tmp_path: Path) -> None:
    file = tmp_path / "model.mps"
    write_mps(matrix_of(model_of(8)), file)
    lines = [line.split() for line in file.read_text(encoding="ascii").splitlines()]
    assert ["L", "R0"] in lines
    assert ["RNG", "R0", "4"] in lines
    assert ["G", "R1"] in lines
    assert ["LO", "BND", "C3", "-2"] in lines
    assert ["C4", "OBJ", "0"] in lines
