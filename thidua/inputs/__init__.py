"""From paths on the command line to items to extract: pages, records of JSONL, responses of WARC archives."""

from thidua.inputs.choosing import choose
from thidua.inputs.item import Item
from thidua.inputs.paths import SUFFIXES, Found, find
from thidua.inputs.reading import read

__all__ = ["SUFFIXES", "Found", "Item", "choose", "find", "read"]
