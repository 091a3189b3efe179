"""The database as files for others: Parquet, CSV, JSON lines or a workbook, described for citing.

Rows stream through in Arrow batches: no table is ever whole in memory.
"""

from warehouse.exporting.export import FORMATS, export

__all__ = ["FORMATS", "export"]
