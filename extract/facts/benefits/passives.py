"""Money that is given with no verb of giving before it: paid by a giver, held by a fund, lent, or passed on.

``tiền thuốc 42 triệu đồng do công đoàn lo``, ``quỹ có 940 triệu đồng, đã giúp 215 lượt người``, ``bán tranh
được 12 triệu đồng, toàn bộ số tiền trao cho học sinh nghèo``.
"""

from __future__ import annotations

import re

from extract.facts.benefits.clauses import Clause, any_of, word_of
from extract.facts.benefits.words import names_other_money

# "tiền thuốc 42 triệu đồng do công đoàn lo"; "12 triệu đồng do 40 thợ may góp lại".
_PAID_BY = re.compile(
    rf"(?:/[^\W\d]+)?,?\s(?:mỗi\s[^\W\d]+\s|đều\s|được\s)?do\s(?:[^\W_]+\s){{0,3}}?{any_of('giver', 'firm')}"
    rf"[^.;\n]{{0,60}}?\s{any_of('pay')}"
)
_PUT_UP = re.compile(
    rf"(?:/[^\W\d]+)?,?\s(?:mỗi\s[^\W\d]+\s|được\s)?do\s[^.;,\n]{{3,50}}?\s{any_of('put_up')}"
)
# "60 triệu đồng đã được chuyển tới gia đình em": somebody must be there to receive it.
_HANDED_ON = re.compile(
    rf"\s(?:[^\W_]+\s){{0,3}}?được\s(?:[^\W_]+\s){{0,2}}?(?P<deed>{any_of('hand', 'spend')})"
)
# "nghiệp đoàn bỏ 26 triệu đồng, còn lại do bạn bè ủng hộ".
_AND_THE_REST = re.compile(
    rf",\s(?:phần\s|số\s|số tiền\s)?còn lại\s[^.;\n]{{0,40}}?{any_of('giver', 'firm')}[^.;\n]{{0,40}}?\s"
    rf"{any_of('put_up')}"
)
# "2,4 tỷ đồng cho 210 chị vay", "để 400 lượt chị em vay xoay vòng không lãi".
_LENT = re.compile(r",?\s(?:cho|để|giúp)\s(?:[^\W_]+\s|\d+\.\d+\s){1,7}vay(?!\w)(?! lãi)")
# "công đoàn lo 12 triệu đồng", where the sentence is about a house, a gift or an illness.
_PLAINLY = re.compile(
    rf"(?<!\w){any_of('giver')}(?:\s[^\W_]+){{0,4}}\s"
    r"(?:cho|giúp|lo|chi|thêm|bù|trả)(?:\s(?:thêm|ngay|trước|riêng|đủ))?\s$"
)
_SCENE = word_of("scene")
_FUND = re.compile(r"(?<!\w)quỹ(?!\w)[^.;,\n]{0,60}$")
_NOT_FUND = word_of("not_funds")
_HELP = word_of("help")
# "12 triệu đồng, toàn bộ số tiền được trao cho học sinh nghèo", also in the next sentence.
_WHOLE = r"(?:toàn bộ|tất cả|trọn|số tiền|khoản tiền|món tiền)(?!\w)"
_ALL_OF_IT = re.compile(rf"[,.;:–-]?\s(?:và\s)?{_WHOLE}(?P<rest>[^.;\n]{{0,110}})")
_ALL_BEFORE = re.compile(rf"(?<!\w){_WHOLE}\s(?:[^\W_]+\s){{0,2}}$")
_DONATES = word_of("donate")
_PASSES_ON = word_of("pass_on")
_NEED = word_of("needy", "aim")
TIED = re.compile(rf"(?<!\w)(?:cho|tới|đến|giúp|tặng|mỗi|từng)\s(?:[^\W_]+\s){{0,4}}?{any_of('people')}")
"""People whom a word ties to a deed: ``cho gia đình``, ``mỗi đoàn viên``."""
_KEPT_BACK = re.compile(r"(?<!\w)(?:trích|dành|góp|gửi|chuyển|rút|bớt)(?!\w)(?:\s[^\W_]+){0,3}\s$")
_DONATED = re.compile(r"(?<!\w)(?:ủng hộ|quyên góp|quyên|góp)(?!\w)(?:\s[^\W_]+){0,3}\s$")
# "500.000 đồng từ quỹ tương trợ", "2 triệu đồng tiền mặt của các nhà hảo tâm".
FROM_GIVER = re.compile(
    r"(?:\s[^\W_]+){0,2}?\s(?:của|từ|trích từ|lấy từ)\s(?:nguồn\s|tài chính\s|tiền\s|các\s|\d+\s)*"
    rf"(?:quỹ(?!\w)|chương trình|đóng góp|{any_of('giver')})"
)
"""Where given money comes from."""
# "rút sổ 50 triệu đồng, gửi tặng quỹ vắc xin".
_THEN_GIVEN = re.compile(rf",\s(?:rồi\s|đem\s|để\s|gửi\s|mang\s|dành\s){{0,2}}{any_of('donate')}")
COSTS = re.compile(r"(?<!\w)(?:hết|mất|tốn|(?<!trị )giá|trả|bán|nợ|thuê)(?!\w)")
"""Words of cost, between which and their money no gift stands."""
SPENT_ON = re.compile(r"\s(?:mua|đầu tư|xây|nhập|thuê|trả|vào|để|nâng cấp|mở)(?!\w)")
"""What follows money that a giver spends on its own."""

_BESIDE = 30


def is_settled(words: Clause) -> bool:
    """``tiền thuốc 42 triệu đồng do công đoàn lo``, ``3 tỷ đồng cho 80 hộ vay``."""
    if names_other_money(words.front[-_BESIDE:]):
        return False
    if any(form.match(words.back) for form in (_PAID_BY, _PUT_UP, _AND_THE_REST, _LENT, _THEN_GIVEN)):
        return True
    if (handed := _HANDED_ON.match(words.back)) and helps_someone(words.back[handed.start("deed") :]):
        return True
    if _PLAINLY.search(words.front) and not SPENT_ON.match(words.back):
        return bool(_SCENE.search(words.scene))
    if FROM_GIVER.match(words.back) and (_SCENE.search(words.scene) or _SCENE.search(words.back)):
        return True
    return _held_by_fund(words)


def _held_by_fund(words: Clause) -> bool:
    """``Sau sáu năm, quỹ có 940 triệu đồng, đã giúp 215 lượt người``."""
    fund = _FUND.search(words.front)
    if not fund or _NOT_FUND.search(words.front) or names_other_money(fund[0]) or COSTS.search(fund[0]):
        return False
    return any(_HELP.search(part) for part in (words.front, words.back)) or bool(_SCENE.search(words.scene))


def is_given_whole(words: Clause) -> bool:
    """``toàn bộ số tiền được trao cho học sinh nghèo``: behind the sum, or around it."""
    told = _ALL_OF_IT.match(words.on)
    rest = told["rest"] if told else words.back if _ALL_BEFORE.search(words.front) else ""
    if _DONATES.search(rest):
        return True
    passed = _PASSES_ON.search(rest)
    return bool(passed and _NEED.search(rest, passed.end()))


def passes_on_prize(words: Clause) -> bool:
    """Whether money won is given away: ``trích 7 triệu đồng tiền thưởng ủng hộ đồng bào``."""
    if _DONATED.search(words.front):
        return True
    return bool(_KEPT_BACK.search(words.front) and _DONATES.search(words.back))


def helps_someone(words: str) -> bool:
    """Whether a deed is for someone in need, for people it is tied to, or has an aim of giving."""
    return bool(_NEED.search(words) or TIED.search(words))
