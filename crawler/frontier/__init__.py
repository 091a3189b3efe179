"""What is to be fetched and what was: one SQLite file per source, in WAL, that outlives any kill."""

from crawler.frontier.database import FrontierBusyError
from crawler.frontier.entries import Entry, Outcome, Place, Recheck, Run
from crawler.frontier.store import Frontier

__all__ = ["Entry", "Frontier", "FrontierBusyError", "Outcome", "Place", "Recheck", "Run"]
