"""What happened: from an article to event mentions, each argument with its words and its rule."""

from marsad.what.coder import code_article
from marsad.what.why import explain

__all__ = ["code_article", "explain"]
