"""Downloader middlewares: safe addresses, robots.txt, bounded decompression, bytes for the archive."""

from crawler.middlewares.addresses import AddressMiddleware
from crawler.middlewares.archiving import ArchiveMiddleware
from crawler.middlewares.compression import BoundedCompressionMiddleware
from crawler.middlewares.pauses import RetryAfterMiddleware
from crawler.middlewares.robots import RobotsMiddleware

__all__ = [
    "AddressMiddleware",
    "ArchiveMiddleware",
    "BoundedCompressionMiddleware",
    "RetryAfterMiddleware",
    "RobotsMiddleware",
]
