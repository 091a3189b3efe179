"""Places in the text, and the province an article is about, on the maps before and since 1 July 2025."""

from extract.article.places.gazetteer import Unit, resolve
from extract.article.places.locating import Place, locate
from extract.article.places.mentions import PlaceMention, mentions

__all__ = ["Place", "PlaceMention", "Unit", "locate", "mentions", "resolve"]
