"""Names that sign an article: ``Bài và ảnh: Nguyễn Hoa``, ``N.Linh``, ``Ban Tuyên giáo - Nữ công``."""

from __future__ import annotations

import re
from functools import lru_cache

import data
from extract.language.normal import tone_key
from extract.page.markers import markers

_WORDS = data.toml("page/bylines.toml")


def _any(words: list[str]) -> str:
    return "|".join(sorted({re.escape(tone_key(word)) for word in words}, key=len, reverse=True))


_CUE = re.compile(rf"^(?:{_any(_WORDS['cues'])})\s*:?\s*(?=\S)")
_COLON_ONLY = frozenset(tone_key(word) for word in _WORDS["with_colon"])
_POST = re.compile(rf"^(?:{_any(_WORDS['posts'])})(?!\w)")
_UNIT = re.compile(rf"^(?:{_any(_WORDS['units'])})(?!\w)")
_ASIDE = re.compile(r"\s*(?:\([^()]{1,60}\)?|/[\w.-]{3,40})\s*$")
_BETWEEN = re.compile(r"\s*[,;/&|–—-]\s*|\s+và\s+|\s+\+\s+")
_CAPITAL = (
    "["
    + "".join(c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and not 0x250 < ord(c) < 0x1E00)
    + "]"
)
_NAME = re.compile(rf"(?:{_CAPITAL}[^\W\d_]*\.?\s?){{1,5}}\Z")
_INITIALS = re.compile(rf"(?:{_CAPITAL}{{1,2}}\.){{1,3}}\s?(?:{_CAPITAL}{{1,2}}|{_CAPITAL}[^\W\d_]+)?\Z")
_SIGNED_IN_BRACKETS = re.compile(r"^\((?:theo|nguồn)[: ]+([^()]{2,60})\)$", re.IGNORECASE)
_LONGEST = 110


@lru_cache(maxsize=1 << 16)
def names(text: str) -> tuple[str, ...]:
    """The names in a line that is a byline and nothing else; empty where it is not one."""
    line = text.strip(" .()*\t\u2026/")
    if not line or len(text) > _LONGEST or markers(text):
        return ()
    if bracketed := _SIGNED_IN_BRACKETS.match(text.strip()):
        return (bracketed[1].strip(),)
    if tone_key(line).startswith("theo ") and ":" not in line:  # the paper it is taken from
        rest = line[len("theo ") :].strip()
        taken = [part.strip() for part in _BETWEEN.split(rest)]
        return tuple(taken) if all(_NAME.match(part) for part in taken) else ()
    signed, rest = _after_cue(line)
    rest = _ASIDE.sub("", rest).strip()
    if _UNIT.match(tone_key(rest)) and (signed or len(rest.split()) <= 6):
        return (rest,) if signed or not text.rstrip().endswith((".", ":", ";")) else ()
    return _people(rest, signed)


def is_signed(text: str) -> bool:
    """Whether a line says outright that names follow: ``Tin, ảnh: …``."""
    line = text.strip(" .()*\t")
    signed, rest = _after_cue(line)
    return len(text) <= _LONGEST and bool(signed) and (bool(names(text)) or len(rest.split()) <= 6)


def _after_cue(line: str) -> tuple[str, str]:
    cue = _CUE.match(tone_key(line))
    if not cue:
        return "", line
    word = cue[0].rstrip(" :").strip()
    if ":" not in cue[0] and word in _COLON_ONLY:
        return "", line
    # "Tin" of "Tin Nguyễn" is a cue only with its colon; longer cues must end at a word's end.
    return (word, line[cue.end() :]) if not line[cue.end() - 1].isalnum() else ("", line)


def _people(text: str, signed: str) -> tuple[str, ...]:
    found: list[str] = []
    for part in _BETWEEN.split(text):
        part = part.strip(" .()")
        if not part:
            continue
        if _POST.match(tone_key(part)):
            break
        if not (_NAME.match(part) or _INITIALS.match(part)):
            return tuple(found) if signed else ()
        found.append(part)
    return tuple(found) if signed or _is_like_a_name(found) else ()


def _is_like_a_name(found: list[str]) -> bool:
    """One word alone in capitals is a heading or an agency; a name has two words, or dots."""
    return bool(found) and all(" " in name or "." in name for name in found)
