"""Quantities (الكميات): how many of what, as a range, with the words they were read from."""

from marsad.howmany.find import find_quantities, may_count

__all__ = ["find_quantities", "may_count"]
