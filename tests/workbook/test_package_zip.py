"""Zip files as other programs write them: streamed, with names beyond ASCII, in any order."""

import io
import zipfile

from package_files import cells_of, hand_made, parts_of, sheet_xml

from optimizer.workbook.write.package import Package

STREAMED, UTF8 = 0x08, 0x800


class Pipe(io.RawIOBase):
    """A target without a way back, so that sizes stand behind every member."""

    def __init__(self) -> None:
        super().__init__()
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        piece = memoryview(data).tobytes()  # type: ignore[arg-type]
        self.data += piece
        return len(piece)


def streamed(parts: dict[str, bytes]) -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return bytes(pipe.data)


def test_a_streamed_file_with_names_beyond_ascii_is_edited() -> None:
    grid = '<row r="1"><c r="A1"><v>1</v></c></row>'
    before = streamed(parts_of(hand_made(sheet_xml(grid), {"xl/média/één.bin": b"x" * 99})))
    flags = [info.flag_bits for info in zipfile.ZipFile(io.BytesIO(before)).infolist()]
    assert all(each & STREAMED for each in flags)
    assert any(each & UTF8 for each in flags)
    package = Package(before)
    package.sheet("Blad").set("A1", 2)
    after = package.to_bytes()
    archive = zipfile.ZipFile(io.BytesIO(after))
    assert archive.testzip() is None
    assert archive.namelist() == zipfile.ZipFile(io.BytesIO(before)).namelist()
    assert archive.read("xl/média/één.bin") == b"x" * 99
    assert cells_of(after, "Blad")["A1"].value == 2
