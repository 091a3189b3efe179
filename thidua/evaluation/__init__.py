"""The measure: facts found against gold ones, per type, attribute and rule. Works on the guidelines' JSON."""

from thidua.evaluation.pairing import TYPES
from thidua.evaluation.scoring import Error, Report, score

__all__ = ["TYPES", "Error", "Report", "score"]
