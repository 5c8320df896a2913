"""The zip container: refuses what is unsafe, copies what is untouched."""

import copy
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.errors import WorkbookError

_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only two that a workbook may have."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)
"""What Python raises for a member that is cut off, changed, or of a later kind of zip file."""
_ENCRYPTED_FLAG = 0x1
_ZIP64_FIELD = 0x1
_EXTRA_HEADER = struct.Struct("<HH")
_END = struct.Struct("<4s4H2LH")
_END_MAGIC = b"PK\x05\x06"
_MAX_COMMENT = 0xFFFF
_WIDE_END = struct.Struct("<4sQ2H2L4Q")
_WIDE_END_MAGIC = b"PK\x06\x06"
_WIDE_LOCATOR_BYTES = 20
_BYTES_PER_ENTRY = 1024
"""Room for a part in the list at the end of a zip file; Excel takes a tenth of it."""
_CHUNK = 2**18
"""Bytes of a member that are unpacked at a time when it is read as it streams by."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class ArchiveLimits:
    """What a workbook may weigh before it is refused as too large.

    Attributes
    ----------
    file_bytes
        Size of the file itself.
    total_bytes
        Size of all parts together, uncompressed.
    parts
        Number of parts.
    ratio
        Uncompressed over compressed size; looked at only above `ratio_from` uncompressed bytes,
        because small files of spaces compress well too.
    ratio_from
        See `ratio`.
    """

    file_bytes: int = 256 * 2**20
    total_bytes: int = 512 * 2**20
    parts: int = 10_000
    ratio: int = 200
    ratio_from: int = 64 * 2**20


LIMITS = ArchiveLimits()


class Archive:
    """The parts of a zip container, read on demand."""

    def __init__(self, data: bytes, limits: ArchiveLimits = LIMITS) -> None:
        """Open and check the container.

        Raises
        ------
        WorkbookError
            `encrypted`, `truncated`, `too-large`, or `not-a-workbook` with its `reason`.
        """
        _check_directory(data, limits)
        self._zip = _open_zip(data)
        self._infos = {_part_name(info): info for info in self._zip.infolist()}
        self._names_by_lower = {name.lower(): name for name in self._infos}
        self._check_names()
        self._check_size(len(data), limits)
        if any(info.flag_bits & _ENCRYPTED_FLAG for info in self._infos.values()):
            raise WorkbookError("encrypted")

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all members, in the order of the container."""
        return tuple(self._infos)

    def find(self, name: str) -> str | None:
        """The name as stored, whatever the case of its letters; None when absent."""
        return self._names_by_lower.get(name.lower())

    def read(self, name: str) -> bytes:
        """The content of a member; `KeyError` when absent.

        Raises
        ------
        WorkbookError
            `truncated` when it is damaged, `not-a-workbook` for an unknown compression.
        """
        return b"".join(self.chunks(name))

    def size(self, name: str) -> int:
        """How many bytes a member is said to unpack to; `KeyError` when absent."""
        return self._infos[name].file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a member, piece by piece; errors as for `read`."""
        info = self._infos[name]
        if info.compress_type not in _COMPRESSIONS:
            raise WorkbookError("not-a-workbook", reason="unknown-compression", part=name)
        try:
            with self._zip.open(info) as stream:
                while piece := stream.read(_CHUNK):
                    yield piece
        except _DAMAGE as error:
            raise WorkbookError("truncated", part=name, reason=str(error)) from error

    def check_whole(self) -> None:
        """Refuse damage in any member, also in one that is only copied; errors as for `read`."""
        for name in self._infos:
            for _ in self.chunks(name):
                pass

    def rebuild(self, changes: Mapping[str, bytes | None]) -> bytes:
        """The container with members replaced, appended, or (None) left out."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            target.comment = self._zip.comment
            for name, info in self._infos.items():
                content = changes[name] if name in changes else self.read(name)
                if content is not None:
                    _add_member(target, info, content)
            for name, content in changes.items():
                if name not in self._infos and content is not None:
                    target.writestr(_new_info(name), content)
        return buffer.getvalue()

    def _check_names(self) -> None:
        if len(self._names_by_lower) != len(self._zip.infolist()):
            raise WorkbookError("not-a-workbook", reason="duplicate-part")
        for name in self._infos:
            if ".." in name.split("/"):
                raise WorkbookError("not-a-workbook", reason="unsafe-part-name", part=name)

    def _check_size(self, compressed: int, limits: ArchiveLimits) -> None:
        total = sum(info.file_size for info in self._infos.values())
        inflated = total > limits.ratio_from and total > limits.ratio * compressed
        if len(self._infos) > limits.parts or total > limits.total_bytes or inflated:
            raise WorkbookError("too-large", parts=len(self._infos), size=total)


def _check_directory(data: bytes, limits: ArchiveLimits) -> None:
    """Refuse a list of parts that is too long, before it is read into memory."""
    end = data.rfind(_END_MAGIC, max(0, len(data) - _END.size - _MAX_COMMENT))
    if end < 0 or end + _END.size > len(data):
        return
    size = _END.unpack_from(data, end)[5]
    wide = end - _WIDE_LOCATOR_BYTES - _WIDE_END.size
    if wide >= 0 and data.startswith(_WIDE_END_MAGIC, wide):
        size = _WIDE_END.unpack_from(data, wide)[8]
    if size > limits.parts * _BYTES_PER_ENTRY:
        raise WorkbookError("too-large", size=size)


def _open_zip(data: bytes) -> zipfile.ZipFile:
    if data.startswith(_OLE_MAGIC):
        raise _ole_error(data)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        code = "truncated" if data.startswith(b"PK") else "not-a-workbook"
        raise WorkbookError(code, reason=str(error)) from error


def _ole_error(data: bytes) -> WorkbookError:
    # Excel 97 workbooks are OLE files too; their main stream is named Workbook (or Book).
    old_streams = (name.encode("utf-16-le") for name in ("Workbook", "Book"))
    is_encrypted = "EncryptedPackage".encode("utf-16-le") in data
    if not is_encrypted and any(name in data for name in old_streams):
        return WorkbookError("not-a-workbook", reason="excel-97")
    return WorkbookError("encrypted")


def _part_name(info: zipfile.ZipInfo) -> str:
    """The name of a member as relationships write it: some programs put backslashes in it."""
    return info.filename.replace("\\", "/").removeprefix("/")


def _new_info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _without_zip64(extra: bytes) -> bytes:
    # It repeats the sizes, and these are about to change; zipfile adds a new one when needed.
    kept = bytearray()
    while len(extra) >= _EXTRA_HEADER.size:
        field_id, length = _EXTRA_HEADER.unpack_from(extra)
        end = _EXTRA_HEADER.size + length
        kept += b"" if field_id == _ZIP64_FIELD else extra[:end]
        extra = extra[end:]
    return bytes(kept)


def _add_member(target: zipfile.ZipFile, info: zipfile.ZipInfo, content: bytes) -> None:
    member = copy.copy(info)
    member.extra = _without_zip64(info.extra)
    target.writestr(member, content, compress_type=info.compress_type)
    # zipfile turns attributes 0, which Excel writes, into 0600 unless they are put back here.
    member.external_attr = info.external_attr
