"""One file a revision, the oldest `0001_first`."""
