"""Reasons why a page was not had, in the words of the health report, and which of them last."""

from __future__ import annotations

OURS = frozenset({"robots", "outside", "unsafe", "redirect"})
"""Refused by us: no fault of the site's, and not counted as failed."""
LASTING = OURS | {"404", "410", "redirect loop", "too large", "no page"}
"""What another attempt would not change, in this run or a later one."""
THIS_RUN = LASTING | {"certificate", "robots unavailable"}
"""What another attempt in the same run would not change."""
