"""From a page to its article: decoded, cleaned, language checked, dated; the next room is `who`."""

from marsad.article.reading import bare_article, read_article
from marsad.article.source import decode

__all__ = ["bare_article", "decode", "read_article"]
