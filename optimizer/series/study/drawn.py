"""The table of what every replication drew for the norms."""

import pandas as pd

from optimizer.series.study.design import Design
from optimizer.series.study.draws import Draws
from optimizer.series.study.norms import drawn_norms
from optimizer.workbook.template.catalogue import catalogue_tasks


def drawn_table(design: Design) -> pd.DataFrame:
    """A row per replication and norm: the multiplier of its hours; empty when norms are certain.

    With noise on every task these are the tasks of the packaged list: a workbook with other tasks
    draws as many more, by the numbers that they have.
    """
    if not design.norms:
        return pd.DataFrame()
    tasks = tuple(task.number for task in catalogue_tasks())
    rows = [
        {"replication": replication, "norm": name, "multiplier": float(value)}
        for replication in range(1, design.replications + 1)
        for name, value in drawn_norms(design.norms, tasks, Draws(design.seed, replication)).items()
    ]
    return pd.DataFrame(rows)
