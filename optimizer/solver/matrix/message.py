"""A CP-SAT model as a protobuf message, for those who read all of it."""

import tempfile
from pathlib import Path

from ortools.sat import cp_model_pb2
from ortools.sat.python import cp_model


def message_of(model: cp_model.CpModel) -> cp_model_pb2.CpModelProto:
    """The model as a message of the protobuf library, which is read far faster than the model.

    Raises
    ------
    OSError
        When there is no room for a temporary file.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.pb"
        if not model.export_to_file(str(path)):
            raise OSError(f"the model could not be exported to {path}")
        proto = cp_model_pb2.CpModelProto()
        proto.ParseFromString(path.read_bytes())
        return proto
