"""What all middlewares of ours share: the crawl they serve."""

from __future__ import annotations

import logging
from typing import Any, Protocol

from scrapy import Request
from scrapy.http import Response

from crawler.frontier import Frontier
from schemas.source_config import SourceConfig


class Crawling(Protocol):
    """What middlewares need of the spider."""

    @property
    def source(self) -> SourceConfig:
        """The source being crawled."""

    @property
    def frontier(self) -> Frontier:
        """What is known of it and what is pending."""

    @property
    def logger(self) -> logging.LoggerAdapter[Any]:
        """Where the crawl of this source says what happens."""

    def store_robots(self, request: Request, response: Response) -> None:
        """Archive a robots.txt."""


class Middleware:
    """Built by Scrapy before the spider, which it asks for when it works."""

    def __init__(self, crawler: Any) -> None:
        """Keep Scrapy's crawler."""
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Any) -> Any:
        """Built by Scrapy."""
        return cls(crawler)

    @property
    def spider(self) -> Crawling:
        """The spider of this crawl."""
        spider: Crawling = self.crawler.spider
        return spider
