"""Events in other people's formats, one writer a format; docs/exports.md has every column."""

from marsad.export.exporting import FORMATS, export

__all__ = ["FORMATS", "export"]
