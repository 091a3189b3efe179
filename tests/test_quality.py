"""The page on quality: what it counts, what it samples, and that references find their words again."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from extract.document import document
from schemas import Document
from thidua.evaluation import score
from thidua.evaluation.references import rebuilt
from thidua.quality import page
from thidua.quality.calibration import Bin
from thidua.quality.others import trafilatura_bodies
from thidua.quality.page import Figures
from thidua.quality.precision import tally

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
LABELLED = Path(__file__).parent / "labelled"
TEXT = "Tin công đoàn\n\nNgày 3/4, LĐLĐ tỉnh Sơn La tặng Bằng khen cho {n} cá nhân và {n} suất quà."


def documents(count: int) -> list[Document]:
    return [document(TEXT.format(n=n + 2).encode(), name=f"d{n}.txt") for n in range(count)]


def test_tally_counts_per_thousand_and_samples_each_type_fairly() -> None:
    counted = tally(documents(40), size=5, seed=3)
    assert counted.per_thousand("award") == pytest.approx(1000)
    awards = [fact for fact in counted.samples() if fact.type == "award"]
    assert len(awards) == 5
    assert all("Bằng khen" in fact.before + fact.text for fact in awards)
    assert awards == [f for f in tally(documents(40), size=5, seed=3).samples() if f.type == "award"]
    assert {f.document for f in awards} != {f"d{n}" for n in range(5)}, "the first are no fair sample"


def test_page_tells_every_figure() -> None:
    gold = {d.id: d.to_record() for d in documents(3)}
    figures = Figures(
        reports={"ours": score(gold, gold)},
        bodies={"p1": (0.99, 0.9)},
        people={"ours": (0.97, 0.26)},
        bins=[Bin(0.9, 1.0, 12, 0.95, 0.917)],
        news=tally(documents(4), size=0),
    )
    text = page.markdown(figures, "## Notes\n\nBy hand.")
    assert "| ours (3) |" in text
    assert "1.000 (1.000)" in text
    assert "| p1 | 0.990 | 0.900 |" in text
    assert "| 0.90 – 1.00 | 12 | 0.950 | 0.917 |" in text
    assert "over 4 articles" in text
    assert text.endswith("By hand.\n")


def test_trafilatura_alone_is_measured_on_pages_that_are_there(tmp_path: Path) -> None:
    sentence = "Công đoàn cơ sở đã tổ chức hội thi nấu ăn cho đoàn viên nữ nhân dịp đầu xuân. "
    (tmp_path / "x.html").write_text(
        f"<html><body><article><p>{sentence * 8}</p></article></body></html>", "utf-8"
    )
    gold = {"x": {"body": (sentence * 8).strip()}, "missing": {"body": "không có"}}
    found = trafilatura_bodies(gold, tmp_path)
    assert set(found) == {"x"}
    assert found["x"] > 0.9


def test_references_find_their_words_again(tmp_path: Path) -> None:
    corpus, references = tmp_path / "corpus.jsonl.gz", tmp_path / "references.jsonl"
    with gzip.open(corpus, "wt", encoding="utf-8") as out:
        article = {"id": "c1", "title": "Tiêu đề", "text": "Tiêu đề\nBà Lê Thị Na, Chủ tịch công đoàn, dự."}
        out.write(json.dumps(article, ensure_ascii=False) + "\n")
    fact = {"at": [3, 12], "type": "person", "name": [3, 12], "position": [14, 22]}
    references.write_text(json.dumps({"id": "u1", "of": "c1", "facts": [fact]}) + "\n", "utf-8")
    (found,) = rebuilt(references, corpus)["u1"]["facts"]
    assert (found["text"], found["name"], found["position"]) == ("Lê Thị Na", "Lê Thị Na", "Chủ tịch")


@pytest.mark.parametrize(("name", "least"), [("union.jsonl", 36), ("union_apart.jsonl", 26)])
def test_labelled_union_news_is_whole(name: str, least: int) -> None:
    corpus = SHARED / "corpus" / "union.jsonl.gz"
    if not corpus.exists():
        pytest.skip("../shared is absent: the labelled articles are in its corpus")
    gold = rebuilt(LABELLED / name, corpus)
    assert len(gold) >= least
    for labelled in gold.values():
        for fact in labelled["facts"]:
            assert labelled["body"][fact["start"] : fact["end"]] == fact["text"] != ""
            assert "name" not in fact or fact["name"].strip() == fact["name"]
