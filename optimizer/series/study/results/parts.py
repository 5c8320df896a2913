"""A table on disk in parts: Parquet files under one folder, of which one is in memory at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import rmtree

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from optimizer.series.study.results.columns import Kinds
from optimizer.series.study.results.rows import Row

_ARROW = {"Int64": pa.int64(), "Float64": pa.float64(), "string": pa.string()}
_PANDAS = {pa.int64(): pd.Int64Dtype(), pa.float64(): pd.Float64Dtype(), pa.string(): "string"}
_CHUNK = 1000
"""Rows that stand in memory as dictionaries; as a row of a table one takes a tenth of it."""


class Parts:
    """The parts of one table, in order.

    The columns are kept under the names that a reader sees, and given under those of the program.
    """

    def __init__(self, folder: Path, kinds: Kinds, names: dict[str, str]) -> None:
        """Nothing is read yet.

        Parameters
        ----------
        folder
            Holds the files; nothing else may stand in it.
        kinds
            The columns, with their kind.
        names
            What each column is called in the files.
        """
        self.folder = folder
        self.kinds = kinds
        self._names = names
        self._keys = {name: key for key, name in names.items()}

    def __len__(self) -> int:
        """How many rows there are."""
        rows: list[int] = [pq.read_metadata(path).num_rows for path in self._paths()]
        return sum(rows)

    def frames(self, columns: Sequence[str] | None = None) -> Iterator[pd.DataFrame]:
        """Each part in turn, with the columns asked, or all."""
        chosen = list(self.kinds) if columns is None else list(columns)
        for path in self._paths():
            table = pq.read_table(path, columns=[self._names[key] for key in chosen])
            yield table.to_pandas(types_mapper=_types).rename(columns=self._keys)

    def frame(self, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """The whole table in memory."""
        frames = list(self.frames(columns))
        if frames:
            return pd.concat(frames, ignore_index=True)
        chosen = list(self.kinds) if columns is None else list(columns)
        return pd.DataFrame({key: pd.Series(dtype=self.kinds[key]) for key in chosen})

    def writer(self) -> "PartWriter":
        """Begin the table anew: what stood in the folder is gone."""
        rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        schema = pa.schema([(self._names[key], _ARROW[kind]) for key, kind in self.kinds.items()])
        return PartWriter(self.folder, schema, self._names)

    def _paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.parquet"))


def _types(kind: pa.DataType) -> object:
    found = _PANDAS.get(kind)
    return pd.StringDtype() if found == "string" else found


class PartWriter:
    """Takes rows, and writes those so far as one part when told to."""

    def __init__(self, folder: Path, schema: pa.Schema, names: dict[str, str]) -> None:
        self._folder = folder
        self._schema = schema
        self._names = names
        self._rows: list[Row] = []
        self._chunks: list[pa.Table] = []
        self._parts = 0
        self._held = 0

    @property
    def held(self) -> int:
        """Rows that are not in a part yet."""
        return self._held

    def add(self, row: Row) -> None:
        """Take a row; a column that it lacks stays empty."""
        self._held += 1
        self._rows.append({name: row.get(key) for key, name in self._names.items()})
        if len(self._rows) >= _CHUNK:
            self._pack()

    def cut(self) -> None:
        """Write what is held as a part, also when that is nothing: both tables keep in step."""
        self._pack()
        empty = pa.Table.from_pylist([], schema=self._schema)
        path = self._folder / f"deel_{self._parts:05}.parquet"
        pq.write_table(pa.concat_tables([empty, *self._chunks]), path)
        self._parts += 1
        self._chunks = []
        self._held = 0

    def _pack(self) -> None:
        if self._rows:
            self._chunks.append(pa.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []
