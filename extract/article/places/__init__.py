"""Places in the text, and the province an article is about, on the maps before and since 1 July 2025."""

from extract.article.places.locating import Place, locate
from extract.article.places.mentions import mentions
from extract.article.places.naming import PlaceMention
from extract.article.places.resolving import resolve
from extract.article.places.units import Unit

__all__ = ["Place", "PlaceMention", "Unit", "locate", "mentions", "resolve"]
