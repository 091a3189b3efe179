"""Which addresses may be asked at all: declared hosts, public addresses, on every request and name lookup."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from crawler.refusals import UnsafeAddress
from schemas.source_config import SourceConfig

ALLOWED_SETTING = "THIDUA_ALLOWED_ADDRESSES"
"""Setting that names ``host:port`` pairs which tests may ask although they are not public."""


def is_public(address: str) -> bool:
    """Whether an IP address is of the public internet: no private, loopback, link-local or reserved one."""
    try:
        ip = ipaddress.ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    return ip.is_global and not ip.is_multicast and (inner is None or is_public(str(inner)))


def is_ip_address(host: str) -> bool:
    """Whether a host is written as an address, also as one number or in octal, which resolvers understand."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return all(part.isdigit() or part.lower().startswith("0x") for part in host.split(".") if part)
    return True


def check(url: str, source: SourceConfig, allowed: Iterable[str] = ()) -> None:
    """Refuse an address that the source does not own, or that is none of the public internet.

    Raises:
        UnsafeAddress: with the reason ``outside`` or ``unsafe``.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        raise UnsafeAddress(f"{url}: no web address", "unsafe")
    if not source.owns(url):
        raise UnsafeAddress(f"{url}: {host} is none of {source.id}'s domains", "outside")
    if parts.netloc in allowed:
        return
    if is_ip_address(host) and not is_public(host):
        raise UnsafeAddress(f"{url}: {host} is no public address", "unsafe")


class PublicResolver(CachingThreadedResolver):
    """Resolves names, and refuses those that lead to a private, loopback or link-local address.

    The connection is made to the very address checked here: a name cannot change its mind in between.
    """

    allowed_hosts: frozenset[str] = frozenset()
    refused: ClassVar[set[str]] = set()
    """Names that led to such an address in this process."""

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: Any) -> PublicResolver:
        """Built by Scrapy."""
        resolver: PublicResolver = super().from_crawler(crawler, reactor)
        resolver.allowed_hosts = frozenset(
            pair.rpartition(":")[0] for pair in crawler.settings.getlist(ALLOWED_SETTING)
        )
        return resolver

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """The address of a host, if it is a public one."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found.addCallback(self._checked, name)

    def _checked(self, address: str, name: str) -> str:
        if name not in self.allowed_hosts and not is_public(address):
            self.refused.add(name)
            raise DNSLookupError(f"{name} leads to {address}, which is no public address")
        return address
