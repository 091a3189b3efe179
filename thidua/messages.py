"""Messages to the person, or to the program that watches: logging to stderr, plain or as JSON lines."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any

from thidua.trouble import Trouble, printable

log = logging.getLogger("thidua")


class PlainFormatter(logging.Formatter):
    """``warning: seeds/x.txt: the file is empty. Save the page again``."""

    def format(self, record: logging.LogRecord) -> str:
        """One line; whatever came from a page is made safe for the terminal."""
        return f"{record.levelname.lower()}: {printable(record.getMessage())}"


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time in UTC, level, message, and the fields the message carries."""

    def format(self, record: logging.LogRecord) -> str:
        """JSON escapes control characters; bidirectional marks are escaped by us."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        entry = {"time": stamp, "level": record.levelname.lower(), "message": printable(record.getMessage())}
        fields: dict[str, Any] = getattr(record, "fields", {})
        safe = {name: printable(value) if isinstance(value, str) else value for name, value in fields.items()}
        return json.dumps(entry | safe, ensure_ascii=False)


class _Stderr(logging.StreamHandler[Any]):
    """Writes to what stderr is now, above a progress bar if one is shown."""

    def emit(self, record: logging.LogRecord) -> None:
        self.stream = sys.stderr
        super().emit(record)


def set_up(*, as_json: bool, quiet: bool) -> None:
    """Sends messages to stderr: information and up, warnings and up if quiet."""
    handler = _Stderr()
    handler.setFormatter(JsonFormatter() if as_json else PlainFormatter())
    log.handlers = [handler]
    log.propagate = False
    log.setLevel(logging.WARNING if quiet else logging.INFO)


def tell(trouble: Trouble) -> None:
    """Reports one input that failed."""
    fields = {"file": trouble.where, "record": trouble.record, "reason": trouble.reason, "mend": trouble.mend}
    log.error(str(trouble), extra={"fields": fields})


def inform(message: str, **fields: Any) -> None:
    """Says how something went, with figures for those who read JSON."""
    log.info(message, extra={"fields": fields})
