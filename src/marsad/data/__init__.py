"""Knowledge as tables that an Arabic-reading analyst can edit: one CSV a subject, each with its source column or head.

Lines that begin with `#` are a table's head (source, licence, meaning of columns); cells with several values use `|`.
"""

from marsad.data.tables import cell, data_files, read_table

__all__ = ["cell", "data_files", "read_table"]
