"""What happened: from an article to event mentions, each argument with its words and its rule."""

from marsad.what.coder import code_article

__all__ = ["code_article"]
