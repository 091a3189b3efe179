"""What is to be fetched and what was: one SQLite file per source, in WAL, that outlives any kill."""

from crawler.frontier.store import Entry, Frontier, FrontierBusyError, Outcome, Place, Recheck, Run

__all__ = ["Entry", "Frontier", "FrontierBusyError", "Outcome", "Place", "Recheck", "Run"]
