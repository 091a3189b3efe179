"""The archive: every response as standard WARC, one gzip member per record, and its CDXJ index."""

from crawler.archive.exchange import Exchange
from crawler.archive.writer import Archive

__all__ = ["Archive", "Exchange"]
