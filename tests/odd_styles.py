"""Changes of the styles part that other programs make, or do not mind, and libraries refuse."""

import re
from collections.abc import Mapping

ODD: Mapping[str, tuple[bytes, bytes]] = {
    "empty fill": (rb"<fill>.*?</fill>", b"<fill />"),
    "unknown attribute": (rb"<xf ", b'<xf EIGEN_telling="7" '),
    "unknown attribute in a namespace": (rb"<xf ", b'<xf xmlns:q="urn:q" q:telling="7" '),
    "unknown element": (rb"<fonts", b"<eigen><font/></eigen><fonts"),
    "no base styles": (rb"<cellStyleXfs.*?</cellStyleXfs>", b""),
    "no named styles": (rb"<cellStyles.*?</cellStyles>", b""),
    "named style without a name": (rb'<cellStyle name="[^"]*"', b"<cellStyle"),
    "named style twice": (rb"(<cellStyle [^>]*/>)", rb"\1\1"),
    "named style of a style that is not there": (rb'(<cellStyle [^>]*)xfId="0"', rb'\1xfId="99"'),
    "colour of two digits": (rb'rgb="[0-9A-F]{8}"', b'rgb="FF"'),
    "colour that is a word": (rb'rgb="[0-9A-F]{8}"', b'rgb="paars"'),
    "colour of the theme that is not there": (rb'theme="1"', b'theme="99"'),
    "tint that is no number": (rb'theme="1"', b'theme="1" tint="veel"'),
    "number format that is not there": (rb"<numFmts.*?</numFmts>", b""),
    "number format without a number": (rb'<numFmt numFmtId="\d+"', b"<numFmt"),
    "number of a font that is none": (rb'fontId="\d+"', b'fontId="x"'),
    "font that is not there": (rb'fontId="\d+"', b'fontId="999"'),
    "fill that is not there": (rb'fillId="\d+"', b'fillId="999"'),
    "no fonts": (rb"<fonts.*?</fonts>", b""),
    "no fills": (rb"<fills.*?</fills>", b""),
    "no borders": (rb"<borders.*?</borders>", b""),
    "no cell styles": (rb"<cellXfs.*?</cellXfs>", b""),
    "unknown alignment": (rb"<alignment [^>]*/>", b'<alignment vertical="midden"/>'),
    "unknown underline": (rb"<sz ", b'<u val="dubbel"/><sz '),
    "size that is no number": (rb'<sz val="\d+"', b'<sz val="groot"'),
    "nothing at all": (rb"<styleSheet([^>]*)>.*</styleSheet>", rb"<styleSheet\1/>"),
    "cut off": (rb"</styleSheet>", b""),
    "another document": (rb"styleSheet", b"stijlen"),
    "empty part": (rb".*", b""),
}
"""What is wrong, and how it comes about: what is replaced everywhere, and by what."""


def made_odd(styles: bytes, name: str) -> bytes:
    """The styles part with something wrong; the same when it lacks what is replaced."""
    pattern, replacement = ODD[name]
    return re.sub(pattern, replacement, styles, flags=re.DOTALL)
