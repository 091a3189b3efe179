"""What went wrong with one input, in words a person can act on; and the exit codes."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Exit(enum.IntEnum):
    """Exit codes of the command."""

    WELL = 0
    FAILED = 1
    """Some documents failed, or the database could not be written; what could be stored is stored."""
    USAGE = 2


@dataclass(frozen=True, slots=True)
class Trouble:
    """One input that could not be read or stored."""

    where: str
    """The file, as the user named it or as it was found."""
    reason: str
    mend: str
    """What the user can do about it."""
    record: str | None = None
    """Which record of the file: ``line 17``, ``record 3 (https://…)``."""

    def __str__(self) -> str:
        """Place, reason and mend in one line, safe to print."""
        place = f"{self.where}, {self.record}" if self.record else self.where
        return printable(f"{place}: {self.reason}. {self.mend}")


class CommandError(Exception):
    """The whole command cannot go on. Carries the trouble to show and the code to leave with."""

    def __init__(self, trouble: Trouble, code: Exit = Exit.FAILED) -> None:
        """The trouble in words is the exception's message."""
        super().__init__(str(trouble))
        self.trouble, self.code = trouble, code


# Terminals obey control characters, and bidirectional marks reorder what is shown.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """Text from a page or a file name, made safe for terminals and log lines."""
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
