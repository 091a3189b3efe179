"""From the content of a page to an article: who published it, and which province it is about."""

from __future__ import annotations

from extract.article.places import locate
from extract.article.sources import source
from extract.page.content import Content
from schemas import Article


def assemble(content: Content, id: str) -> Article:  # noqa: A002 - the field's own name
    """The article with this content, its source named and its province found.

    Args:
        content: what was read from the page, normalised.
        id: id of the article: stem of the input file, or the record's id.
    """
    published_by = source(content)
    place = locate(content.title, content.body, published_by, content.published)
    return Article(
        id=id,
        url=content.url,
        source=published_by,
        title=content.title,
        authors=content.authors,
        published=content.published,
        province=place.province,
        province_2025=place.province_2025,
        province_code=place.province_code,
        province_2025_code=place.province_2025_code,
        province_reason=place.reason,
        body=content.body,
    )
