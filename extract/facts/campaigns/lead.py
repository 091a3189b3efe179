"""What the words before a name say of it: the class noun that names its kind, or the list it goes on."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

import data
from extract.facts.campaigns.register import Kind

MAY_NAME_ONE = re.compile(
    r"phong trào|pttđ|vận động|chương trình|thi đua|hưởng ứng|phát động|cao điểm|chiến dịch|cvđ"
    r"|làm theo|hành trình"
)
"""Without one of these words a text names no campaign."""

WINDOW = 240
"""How far back, in characters, the words before a name are read."""

Says = Literal["movement", "drive", "programme", "named", "launched", "other", "beside", "neutral"]

_KINDS: dict[str, Kind] = {"movement": "movement", "drive": "drive", "programme": "programme"}
_SENTENCE_END = re.compile(r"[.!?…]+[”\"]?\s+(?=\S)|\n")
_MARKS = " \t:–—-“”\"'‘’«»("
_WORD = re.compile(r"\w+")
_CONNECTOR = re.compile(
    r"(?:,?\s*(?:trong đó|với)?\s*(?:có\s+|là\s+)?(?:các\s+)?"
    r"(?:trọng tâm|nổi bật|tiêu biểu|điển hình|cụ thể|chủ yếu|đặc biệt|nhất|trung tâm|nòng cốt"
    r"|mang tên|với tên|có tên|tên|lấy tên|như|gồm|bao gồm|là)"
    r"(?:\s+(?:là|như|như là|gồm|gọi|gọi là|trong đó có|các phong trào))*)\s*:?\s*$"
)
_OTHER_LIST = re.compile(
    r"(?:hoạt động|việc làm|công việc|công trình|giải pháp|mô hình|sản phẩm)(?:\s+\w+){0,3}$"
)
_THEME = re.compile(r"chủ đề|khẩu hiệu|phương châm|mục tiêu|thông điệp")
_LIST_OPENS = re.compile(r"[^.;:]{0,40}?(?<!\w)(?:như|gồm|là)(?!\w)|[^.;:]{0,40}:")
_ADJACENT = re.compile(
    r"\s*(?:(?:thực hiện|tham gia|các|những|việc|đợt|thi đua|yêu nước|trọng tâm|lớn|sau|như|là|tốt)\s*)*"
    r"[:“”\"'‘’«\s]*"
)
_CARRIES_ON = re.compile(
    r"\s*(?:,?\s*(?:giai đoạn|năm học|năm|nhiệm kỳ)\s+[\d\s–—-]{4,15})?\s*(?:\([^()]{1,60}\))?"
    r"\s*(?:,?\s*(?:trong|ở|tại|cho|của|đối với|do|trên|giữa|thuộc|tới)\s[^,;:.“”\"()]{2,70}"
    r"(?:(?:,[^,;:.“”\"()]{2,40}){1,3}(?=;))?)?"
    r"\s*(?P<sep>[,;/+&]+|\b(?:và|cùng|với|hay|hoặc|gắn)\b)?[\s,;]*"
    r"(?P<link>(?:(?:và|cùng|cùng với|với|gắn với|gắn|kết hợp|kết hợp với|đến|các|việc|tiếp tục|đẩy mạnh"
    r"|tích cực|thực hiện|triển khai|tốt|có hiệu quả|hiệu quả|hưởng ứng|phát động|đồng thời|như|nhất là)\s+)*"
    r"(?:xây dựng người [^;:.“”\"]{2,60}"
    r"|(?:ngành|khối|thanh niên|phụ nữ|nông dân|công nhân|giáo viên|học sinh|sinh viên|đoàn viên|quân đội)"
    r"(?:\s\w+){0,3})?)[\s:“”\"'‘«]*$"
)


class Lead(NamedTuple):
    """What the words before a name say: the kind if told, the noun, and the words between it and the name."""

    kind: Kind | None
    rule: str
    noun: str
    gap: str
    is_listed: bool


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, Says]]:
    rows = data.table("campaigns/class_nouns.csv")
    says: dict[str, Says] = {row["noun"]: row["says"] for row in rows}  # type: ignore[misc]
    longest_first = sorted(says, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), says


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """Any entry of a word list, as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, data.lines(name)))})(?!\w)")


def words_before(between: str) -> str:
    """The last words before a name, of its own sentence at most."""
    window = between[-WINDOW:]
    ends = list(_SENTENCE_END.finditer(window))
    return window[ends[-1].end() :] if ends else window


def read(words: str) -> Lead | Literal["other"] | None:
    """What the words before a name say: a campaign, something else that has a name, or nothing.

    The nearest class noun decides; a verb (hưởng ứng “…”) speaks only where no noun does.
    """
    pattern, says = _nouns()
    nouns = [match for match in pattern.finditer(words) if says[match[0]] != "neutral"]
    by_verb: Lead | None = None
    for index in range(len(nouns) - 1, -1, -1):
        noun, said = nouns[index], says[nouns[index][0]]
        if said == "other" or (said == "beside" and _is_beside(words, noun)):
            return "other"
        if said == "launched":
            by_verb = by_verb or _lead(words, noun, None, says)
        elif said != "beside":
            return _lead(words, noun, nouns[index - 1] if index else None, says) or by_verb
    return by_verb


def _is_beside(words: str, noun: re.Match[str]) -> bool:
    return len(_WORD.findall(words[noun.end() :])) <= 1


def _lead(
    words: str, noun: re.Match[str], before: re.Match[str] | None, says: dict[str, Says]
) -> Lead | None:
    """The lead of a campaign's noun, if what stands between it and the name lets it name it."""
    gap = words[noun.end() :].strip(_MARKS)
    said = says[noun[0]]
    if not _lets_through(words, noun, gap, said):
        return None
    kind = _KINDS.get(said)
    if before is not None and says[before[0]] in _KINDS and says[before[0]] != said:
        between = words[before.end() : noun.start()].strip(" ,")
        if between in ("", "và", "các", "và các", "hoặc"):
            kind = None  # các phong trào, cuộc vận động “…”: the text does not say which
    rule = "campaign.launched" if said in ("named", "launched") else "campaign.quoted"
    return Lead(kind, rule, noun[0], gap, bool(_CONNECTOR.search(gap)))


def _lets_through(words: str, noun: re.Match[str], gap: str, said: Says) -> bool:
    if said == "launched":
        return bool(_ADJACENT.fullmatch(words, noun.end()))
    if not gap:
        return True
    if re.search(r"[.;!?…:“”\"]", gap):
        return False
    connector = _CONNECTOR.search(gap)
    count = len(_WORD.findall(gap[: connector.start()] if connector else gap))
    if connector:
        is_theme = "là" in connector[0] and _THEME.search(words)
        return count <= 30 and not is_theme and not _OTHER_LIST.search(gap[: connector.start()].rstrip(" ,"))
    most = {"movement": 10, "drive": 12, "programme": 6}.get(said, 4)
    return count <= most and not _any_of("campaigns/clause_words.txt").search(gap)


def carries_on(words: str) -> Literal["same", "loose"] | None:
    """Whether the words between two names go on a list: ``loose`` where they no longer tell the kind."""
    match = _CARRIES_ON.fullmatch(words)
    if match is None or not (match["sep"] or match["link"] or not words.strip(_MARKS)):
        return None
    return "loose" if re.search(r"gắn|việc|xây dựng người|thực hiện|triển khai", match[0]) else "same"


def list_kind(words: str) -> Kind | None:
    """The kind of a list of names without marks: ``các phong trào như A, B, …``."""
    pattern, says = _nouns()
    nouns = [match for match in pattern.finditer(words) if says[match[0]] != "neutral"]
    if not nouns or not _LIST_OPENS.match(words, nouns[-1].end()):
        return None
    return _KINDS.get(says[nouns[-1][0]])


def is_show(words: str, around: str) -> bool:
    """Whether a “chương trình” is a broadcast, a show or a sale, by its own words and those around it."""
    return bool(
        _any_of("campaigns/broadcast.txt").search(words) or _any_of("campaigns/stage.txt").search(around)
    )


def is_civic(around: str) -> bool:
    """Whether the words around a name speak of unions, the state or charity."""
    return bool(_any_of("campaigns/civic.txt").search(around))
