"""Scrapy's settings for one source. What Scrapy would do on its own and the frontier does instead is off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crawler.politeness import user_agent
from crawler.safety import ALLOWED_SETTING
from schemas.source_config import SourceConfig


def settings_for(source: SourceConfig, contact: str, allowed: Iterable[str] = ()) -> dict[str, Any]:
    """Settings by a source's politeness and limits.

    Args:
        contact: e-mail or address of who crawls, for the user agent.
        allowed: ``host:port`` pairs that tests may ask although they are not public.
    """
    polite = source.politeness
    return {
        "USER_AGENT": user_agent(contact),
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "vi,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",  # what every reader of WARC files can undo
        },
        "CONCURRENT_ITEMS": 1,  # there are none; Scrapy would start a hundred tasks per page to wait for them
        "CONCURRENT_REQUESTS": polite.concurrency,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1 if polite.delay else polite.concurrency,
        "DOWNLOAD_DELAY": polite.delay,
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "DOWNLOAD_TIMEOUT": polite.timeout,
        "DOWNLOAD_MAXSIZE": source.limits.max_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        "DOWNLOAD_VERIFY_CERTIFICATES": source.verify_tls,
        "AUTOTHROTTLE_ENABLED": True,
        "THIDUA_AUTOTHROTTLE": polite.autothrottle,
        ALLOWED_SETTING: list(allowed),
        "SCHEDULER": "crawler.scheduler.FrontierScheduler",
        "EXTENSIONS": {
            "scrapy.extensions.throttle.AutoThrottle": None,
            "crawler.throttle.Throttle": 0,
        },
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
            "crawler.middlewares.AddressMiddleware": 10,
            "crawler.middlewares.RobotsMiddleware": 100,
            "crawler.middlewares.BoundedCompressionMiddleware": 590,
            "crawler.middlewares.RetryAfterMiddleware": 900,
            "crawler.middlewares.ArchiveMiddleware": 950,
        },
        "SPIDER_MIDDLEWARES": {
            "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
            "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
        },
        "DOWNLOAD_HANDLERS": {
            "http": "crawler.throttle.OnceHandler",
            "https": "crawler.throttle.OnceHandler",
            **dict.fromkeys(("data", "file", "ftp", "s3")),
        },
        "RETRY_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "COOKIES_ENABLED": False,
        "HTTPPROXY_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "STATS_DUMP": False,
        "LOGSTATS_INTERVAL": 0,
    }
