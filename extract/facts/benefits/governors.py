"""The words that govern a sum of money, and what they say it is for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import data
from extract.grammar.quantities import alternatives
from extract.reading import Amount, Span

Basis = Literal["benefit", "reward", "value", "support"]

_ROLE = {word: role for role, words in data.toml("facts/benefit_words.toml").items() for word in words}
_GOVERNOR = re.compile(rf"(?<!\w)(?:{alternatives(_ROLE)})(?!\w)")
# A fund with a name in quotes is a charity's; "cho 20 chị vay" lends without interest.
_QUOTED_FUND = re.compile(r"(?<!\w)quỹ\s[“\"'‘”][^“”\"\n]{2,60}[”\"’“]")
_LENDS = re.compile(r"(?<!\w)cho\s(?:[^\W_]+\s|\d+\.\d+\s){1,7}vay(?!\w)")
# What comes with a certificate is a reward: "tặng Giấy khen kèm 2 triệu đồng".
_WITH_PRAISE = re.compile(
    r"(?<!\w)(?:bằng khen|giấy khen|huy chương|huy hiệu|kỷ niệm chương|danh hiệu)(?!\w)[^.;,\n]{0,60},?\s"
    r"(?:kèm|cùng|và)(?!\w)(?=(?:\s(?:theo|số|tiền|phần|quà|mỗi|người|được|nhận|là|với|tặng)){0,6}\s$)"
)
_IMPROVED = re.compile(
    r"(?<!\w)(?:sáng kiến|sáng chế|cải tiến|giải pháp|đề tài|chế tạo|tự chế|thiết bị|cách làm|lắp đặt)(?!\w)"
)
_FORMS = ((_QUOTED_FUND, "support"), (_LENDS, "weak_support"), (_WITH_PRAISE, "reward"))
_BASES: dict[str, Basis] = {"benefit": "benefit", "reward": "reward", "support": "support"}
# Words of other money: a far one governs no more, unless a sum is named that it can belong to.
_OTHER = ("other", "spent")
_SUMS = ("worth", "sum")

# Distances in characters.
_AFTER = 90
_IMPROVED_BEFORE = 400
_FAR = 60
_NEAR = 30
CLOSE = 4
_LIST_GAP = 130
_SENTENCE_GAP = 240
_CUT = re.compile(r"[;.\n](?!\d)|,\s")
_GOES_ON = re.compile(r"(?:đó là|trong đó|trong số đó|cụ thể|gồm|bao gồm)(?!\w)")


@dataclass(frozen=True, slots=True)
class Word:
    """A governing word, with its distance in characters from the money."""

    role: str
    distance: int


def words_before(lower: str, start: int, end: int) -> list[Word]:
    """Governing words before the money, the nearest first."""
    found = [(m.end(), _ROLE[_key(m[0])]) for m in _GOVERNOR.finditer(lower, start, end)]
    found += [(m.end(), role) for form, role in _FORMS for m in form.finditer(lower, start, end)]
    words = [Word(role, end - place) for place, role in sorted(found, reverse=True) if role != "skip"]
    return _thrift(lower, end, words) if any(word.role == "thrift" for word in words) else words


def _thrift(lower: str, end: int, words: list[Word]) -> list[Word]:
    """``bớt được 80 triệu đồng``: a benefit where something was improved nearby, else no word of money."""
    improved = _IMPROVED.search(lower, max(0, end - _IMPROVED_BEFORE), end + _AFTER)
    kept = [word for word in words if improved or word.role != "thrift"]
    return [Word("benefit", word.distance) if word.role == "thrift" else word for word in kept]


def word_after(lower: str, sentence: Span, amount: Amount) -> Word | None:
    """The first word after the money, in its clause, that says what money is for."""
    limit = min(sentence.end, amount.end + _AFTER)
    if cut := _CUT.search(lower, amount.end, limit):
        limit = cut.start()
    for found in _GOVERNOR.finditer(lower, amount.end, limit):
        if (role := _ROLE[_key(found[0])]) not in (*_SUMS, "give", "skip", "spent", "thrift"):
            return Word(role, found.start() - amount.end)
    return None


def names_other_money(words: str) -> bool:
    """Whether some words name money that is no benefit: ``tiền lương``, ``học phí``."""
    return any(_ROLE[_key(found[0])] == "other" for found in _GOVERNOR.finditer(words))


def _key(phrase: str) -> str:
    return " ".join(phrase.split())


def decide(words: list[Word], after: Word | None) -> tuple[Basis | None, str]:
    """What the money is for and the rule that reads it so; None where no word says that it is a benefit."""
    basis = _before(words)
    if words and words[0].role == "other" and words[0].distance <= 1:  # "gói 7.000 tỷ đồng hỗ trợ …"
        return None, ""
    if after and after.distance <= CLOSE:
        if after.role == "other" and basis != "benefit":  # what is saved may be wages or fuel
            return None, ""
        if after.role in ("reward", "support"):
            return _BASES[after.role], "benefit.governed-after"
    if basis is None and after and _opens_to_what_follows(words):
        basis = _BASES.get(after.role.removeprefix("weak_"))
        return basis, "benefit.governed-after"
    return basis, "benefit.governed-before"


def _opens_to_what_follows(words: list[Word]) -> bool:
    """Whether nothing before says what the money is for: no word, or a verb of giving, or a mere sum."""
    return not words or words[0].role in (*_SUMS, "give", "weak_support")


def _before(words: list[Word]) -> Basis | None:
    """What the words before the money say, the nearest first."""
    named, made, weak = "", "", False
    for word in words:
        if word.role in _OTHER and (word.distance <= _FAR or not named):
            break
        if basis := _says(word):
            return basis
        weak = weak or _helps(word, named)
        if weak and named != "worth":  # works have a worth, whoever helps with them
            break
        named = named or (word.role if word.role in _SUMS else "")
        made = made or (word.role if word.role in ("work", "idea") else "")
        if named and made:
            return "value" if made == "work" else "benefit"
    return "support" if weak else None


def _says(word: Word) -> Basis | None:
    """What one word before the money says by itself."""
    if word.role == "praise":
        return "reward" if word.distance <= _FAR else None
    return _BASES.get(word.role)


def _helps(word: Word, named: str) -> bool:
    """Whether a weak word of help counts: it stands near the money, or a sum is named."""
    return word.role == "weak_support" and (bool(named) or word.distance <= _NEAR)


def goes_on(lower: str, words: list[Word], sentence: Span, last: Span, amount: Amount) -> bool:
    """Whether a sum goes on a list: near the sum before it, and no word of other money in between.

    A sentence may go on the one before it where it says so: ``Đó là nhà ăn ca, trị giá 2 tỷ đồng``.
    """
    if any(word.role in _OTHER for word in words):
        return False
    if sentence.start < last.end:
        return amount.start - last.end <= _LIST_GAP
    told = any(word.role in _SUMS for word in words) or amount.start - sentence.start <= _NEAR
    return told and bool(_GOES_ON.match(lower, sentence.start)) and sentence.start - last.end <= _SENTENCE_GAP
