"""Knowledge as tables that an Arabic-reading analyst can edit: one CSV a subject, each naming its source.

Lines that begin with `#` are a table's head (source, licence, columns); `|` separates a cell's values.
"""

from marsad.data.tables import MEND, cell, damaged, data_files, read_table, read_text

__all__ = ["MEND", "cell", "damaged", "data_files", "read_table", "read_text"]
