"""Text from pages in spreadsheets: it must stay text, whatever it begins with.

A spreadsheet takes a cell of a CSV file that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end
for a formula, and formulas can call programs and send data away. Such cells get an apostrophe before them.
Where the list separator is ``;`` (Vietnamese settings), a cell may be split inside, at ``;``, tab or line
end, and quotation marks do not help: there the apostrophe goes in as well. ``unguarded`` takes it out again.
"""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

# RE2 and Python read all of these alike. The wide forms are for Japanese and Chinese settings.
_SIGN = "[=+\\-@\uff1d\uff0b\uff0d\uff20]"
_BLANK = "[ '\u00a0\u3000\ufeff]*"
_START = rf"\A({_BLANK}(?:{_SIGN}|[\t\r\n]))"
_INSIDE = rf"([;\t\r\n])({_BLANK}{_SIGN})"
_NUMBER = r"\A[+-]?[0-9]+(?:[.,][0-9]+)*%?\z"

_GUARDED_INSIDE = re.compile(rf"([;\t\r\n])'({_BLANK}{_SIGN})")
_GUARDED_START = re.compile(rf"\A'({_BLANK}(?:{_SIGN}|[\t\r\n]))")
_DANGEROUS = re.compile(_START)


def guarded(column: pa.Array) -> pa.Array:
    """A column of strings in which no cell, nor a part of one, begins like a formula. Numbers stay."""
    inside = pc.replace_substring_regex(column, _INSIDE, r"\1'\2")
    safe = pc.replace_substring_regex(inside, _START, r"'\1")
    return pc.if_else(pc.match_substring_regex(column, _NUMBER), column, safe)


def unguarded(cell: str) -> str:
    """The text that ``guarded`` was given."""
    return _GUARDED_INSIDE.sub(r"\1\2", _GUARDED_START.sub(r"\1", cell))


def dangerous(cell: str) -> bool:
    """Whether a cell would be read as a formula when it is typed or edited."""
    return _DANGEROUS.match(cell) is not None
