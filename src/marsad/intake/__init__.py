"""From files, folders, standard input and JSON Lines to pages: bytes with their source, one at a time."""

from marsad.intake.pages import SIZE_LIMIT, read_pages
from marsad.intake.record import load_record

__all__ = ["SIZE_LIMIT", "load_record", "read_pages"]
