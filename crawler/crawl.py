"""Crawling several sources in one process: side by side, but never two that share a host."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scrapy.crawler import AsyncCrawlerRunner, Crawler
from scrapy.settings import Settings
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.reactor import install_reactor

from crawler.frontier import FrontierBusyError
from crawler.health import Report, report
from crawler.ledger import Ledger
from crawler.order import Order, warcinfo
from crawler.safety import PublicResolver
from crawler.settings import settings_for
from schemas.source_config import SourceConfig

AT_ONCE = 8
"""Sources crawled side by side."""
REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
Progress = Callable[[str, dict[str, int]], None]


@dataclass(slots=True)
class _Crawl:
    order: Order
    progress: Progress | None
    reports: list[Report] = field(default_factory=list)
    stopping: bool = False
    pauses: dict[str, float] = field(default_factory=dict)

    async def all(self) -> None:
        """Crawl every source, bounded in number, one at a time per host."""
        runner = AsyncCrawlerRunner()
        loop = asyncio.get_running_loop()
        with contextlib.suppress(NotImplementedError, ValueError):
            loop.add_signal_handler(signal.SIGINT, self._stop, runner)
            loop.add_signal_handler(signal.SIGTERM, self._stop, runner)
        places = asyncio.Semaphore(AT_ONCE)
        hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        await asyncio.gather(*(self._one(runner, source, places, hosts) for source in self.order.sources))

    async def _one(
        self,
        runner: AsyncCrawlerRunner,
        source: SourceConfig,
        places: asyncio.Semaphore,
        hosts: defaultdict[str, asyncio.Lock],
    ) -> None:
        async with contextlib.AsyncExitStack() as held:
            for domain in sorted(
                source.domains
            ):  # one order for all, so that none waits for another in a ring
                await held.enter_async_context(hosts[domain])
            await held.enter_async_context(places)
            if not self.stopping:
                self.reports.append(await self._crawl(runner, source))
                shared = any(
                    set(source.domains) & set(o.domains) for o in self.order.sources if o is not source
                )
                if shared and not self.stopping:
                    await asyncio.sleep(self.pauses.get(source.id, 0.0))

    async def _crawl(self, runner: AsyncCrawlerRunner, source: SourceConfig) -> Report:
        folder = self.order.archive / source.id
        try:
            ledger = Ledger(folder, source.id, warcinfo(source, self.order.contact), self.order.rotate_at)
        except (FrontierBusyError, OSError, RuntimeError) as error:
            return Report.of_failure(source, str(error))
        crawler = _crawler_for(source, self.order)
        watch = asyncio.ensure_future(self._watch(source.id, ledger)) if self.progress else None
        try:
            await runner.crawl(
                crawler,
                source=source,
                ledger=ledger,
                since=self.order.since,
                limit=self.order.limit,
                allowed=self.order.allowed,
            )
            return self._reported(source, ledger, crawler)
        except Exception as error:  # a fault in one source must not end the others
            return Report.of_failure(source, f"{type(error).__name__}: {error}")
        finally:
            if watch is not None:
                watch.cancel()
            ledger.close()

    def _reported(self, source: SourceConfig, ledger: Ledger, crawler: Crawler) -> Report:
        spider: Any = crawler.spider
        if spider is None:
            return Report.of_failure(source, "the crawl could not be started")
        self.pauses[source.id] = spider.pause
        if spider.settling.unwritable:
            return Report.of_failure(source, spider.settling.unwritable)
        ledger.finish(whole=spider.whole, ended=spider.ended)
        # Scrapy swallows what goes wrong in our own code; whoever reads the report must not miss it.
        errors = spider.answers.faults + (
            crawler.stats.get_value("spider_exceptions/count", 0) if crawler.stats else 0
        )
        return report(source, ledger, spider.reader.dropped, spider.ended, errors)

    async def _watch(self, source_id: str, ledger: Ledger) -> None:
        while self.progress is not None:
            await asyncio.sleep(0.5)
            if hasattr(ledger, "run"):
                self.progress(source_id, ledger.frontier.progress())

    def _stop(self, runner: AsyncCrawlerRunner) -> None:
        self.stopping = True
        asyncio.ensure_future(runner.stop())  # noqa: RUF006 - the crawls themselves are awaited


def _crawler_for(source: SourceConfig, order: Order) -> Crawler:
    from crawler.spider import SourceSpider

    return Crawler(SourceSpider, Settings(settings_for(source, order.contact, order.allowed)))


def crawl(order: Order, progress: Progress | None = None) -> list[Report]:
    """Crawl the sources and report on each. Blocks; can be called once per process, as reactors can.

    An interrupt (Ctrl-C) ends it in good order; a kill loses nothing that was settled a moment ago.
    """
    install_reactor(REACTOR)
    from twisted.internet import reactor as installed

    reactor: Any = installed
    crawls = _Crawl(order, progress)
    resolver = PublicResolver(reactor, 10_000, 30.0)
    resolver.allowed_hosts = frozenset(pair.rpartition(":")[0] for pair in order.allowed)
    resolver.install_on_reactor()
    errors: list[Any] = []
    done = deferred_from_coro(crawls.all())
    done.addErrback(errors.append)
    done.addBoth(lambda _: reactor.stop())
    reactor.run(installSignalHandlers=False)
    if errors:
        errors[0].raiseException()
    known = {source.id: place for place, source in enumerate(order.sources)}
    return sorted(crawls.reports, key=lambda report: known[report.source])
