"""Made-up articles and statements for load tests: realistic in number and shape, true in nothing.

They carry a flag in ``article``, an address below ``.invalid`` and a sentence in every body that says so, and
lie in files of their own, named ``*.synthetic.duckdb``.
"""

from warehouse.synthetic.sample import BATCH, sample, tables

__all__ = ["BATCH", "sample", "tables"]
