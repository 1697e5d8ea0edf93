"""Marsad (مرصد): from Arabic news to coded, traceable event mentions."""

__version__ = "0.1.0"
