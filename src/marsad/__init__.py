"""Marsad (مرصد): from Arabic news to coded, traceable event mentions.

>>> for found in marsad.read(["page.html"]):  # doctest: +SKIP
...     print(found)
"""

from marsad.read import Reading, read

__version__ = "0.1.0"
__all__ = ["Reading", "__version__", "read"]
