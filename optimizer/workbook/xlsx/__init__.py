"""The inside of an .xlsx package: parts, XML by byte offset, cells, styles, ranges."""
