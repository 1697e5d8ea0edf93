"""The store's migrations, one file a revision in `versions/`; run by `open_store` (see `upgrading.py`)."""
