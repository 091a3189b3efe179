"""Hostile texts: one sentence without end, doubled and doubled again. Time must double too, not more.

    .venv/bin/python -m bench.hostile [--characters 50000]

For every unit, seconds for the text once, twice and four times as long, and how much the last doubling cost.
What counts calls of ours (``tests/test_*.py``, "linear work") can't see a pattern that searches all of a text
again and again; this does.
"""

from __future__ import annotations

import argparse
import time

from extract import pipeline

UNITS = {
    "awards": "UBND tỉnh tặng Bằng khen cho 5 tập thể và 7 cá nhân, ",
    "titles": "Sáng kiến “Máy cắt rau hai lưỡi” của anh Lê Văn Tám, làm lợi 5 triệu đồng; ",
    "open quotes": "sáng kiến “Máy cắt và “",
    "pronouns": "Giải pháp này của anh giúp nhà máy giảm 2 triệu đồng, ",
    "gifts": "trao 5 triệu đồng cho 3 hộ, ",
    "people": "ông Lê Văn Tám, Giám đốc Công ty May, ",
    "posts": "Giám đốc, Phó Giám đốc, công nhân ",
    "turn-outs": "3.000 lượt đoàn viên tham gia, ",
    "lists": "- Có 5 sáng kiến năm 2020;\n+ 3 đề tài;\n",
    "movements": "phong trào “Giỏi việc”, cuộc vận động “Xanh, ",
    "places": "huyện Châu Thành, tỉnh Tiền Giang, ",
    "numbers": "1. 2. 3) ",
}


def seconds(text: str) -> float:
    """Time to read a text."""
    began = time.perf_counter()
    pipeline.read(text)
    return time.perf_counter() - began


def main() -> None:
    """Reads every unit at three lengths and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--characters", type=int, default=50_000)
    size = parser.parse_args().characters
    pipeline.read("Anh Lê Văn Tám có 5 sáng kiến.")
    print(f"{'unit':<14}{size:>10,}{2 * size:>10,}{4 * size:>10,}   last doubling")
    for name, unit in UNITS.items():
        once, twice, four = (seconds((unit * (n * size // len(unit) + 1))[: n * size]) for n in (1, 2, 4))
        print(f"{name:<14}{once:>10.2f}{twice:>10.2f}{four:>10.2f}   x {four / twice:.1f}", flush=True)


if __name__ == "__main__":
    main()
