"""The shapes of everything Thi Đua passes on: pages, articles, facts. Imports nothing of ours."""

from schemas.document import Article, Document, Page, Source
from schemas.facts import (
    FACT_TYPES,
    Award,
    Benefit,
    Campaign,
    Evidence,
    Fact,
    Initiative,
    Person,
    Statistic,
)

__all__ = [
    "FACT_TYPES",
    "Article",
    "Award",
    "Benefit",
    "Campaign",
    "Document",
    "Evidence",
    "Fact",
    "Initiative",
    "Page",
    "Person",
    "Source",
    "Statistic",
]
