"""The state of a source after a run: what was found, what failed and why, and whether to believe it."""

from crawler.health.judging import report
from crawler.health.report import Report

__all__ = ["Report", "report"]
