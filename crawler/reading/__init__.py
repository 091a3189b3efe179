"""What a source's pages link to: which links are articles, which lists, and where a list goes on."""

from crawler.reading.found import Found
from crawler.reading.reader import LinkReader

__all__ = ["Found", "LinkReader"]
