"""What a new version reads otherwise: facts gained, lost and changed between two databases, by rule."""

from warehouse.diffing.changes import Change, changes
from warehouse.diffing.compare import Comparison, RuleCount, compared

__all__ = ["Change", "Comparison", "RuleCount", "changes", "compared"]
