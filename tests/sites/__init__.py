"""Web sites of our own making, served on 127.0.0.1, with faults that can be switched on."""

from tests.sites.server import Fault, Reply, Seen, Served, serve
from tests.sites.styles import Endless, Federation, Newspaper, Site, Union

__all__ = ["Endless", "Fault", "Federation", "Newspaper", "Reply", "Seen", "Served", "Site", "Union", "serve"]
