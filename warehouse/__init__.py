"""The DuckDB file: articles and their facts as statements. The same input gives the same rows."""

from warehouse.errors import WarehouseError
from warehouse.loader import Loader
from warehouse.rows import Entry
from warehouse.store import loading

__all__ = ["Entry", "Loader", "WarehouseError", "loading"]
