"""Sources, pages, articles, and the document an extraction writes: one article with its facts."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from schemas.facts import Fact


class Source(BaseModel):
    """A site or paper that publishes articles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="Short id, lower case")
    name: str = Field(min_length=1, description="Name as its readers know it")
    kind: str | None = Field(
        None, description="federation, sector union, party newspaper, union press or other"
    )
    home: str | None = Field(None, description="Address of its home page")
    province_code: str | None = Field(None, description="Official code of its province before July 2025")


class Page(BaseModel):
    """One fetched or saved page, before anything is read from it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the raw bytes, hexadecimal")
    url: str | None = Field(None, description="Address it came from, if known")
    fetched: dt.datetime | None = Field(None, description="When it was fetched, if known")
    origin: str | None = Field(None, description="File it was read from")
    archive_offset: int | None = Field(
        None, ge=0, description="Byte offset of its record in that file, if an archive"
    )


class Article(BaseModel):
    """An article's own text and what its page says about it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1, description="Stem of the input file, or the record's id")
    url: str | None = Field(None, description="Address of the page, if known")
    source: str | None = Field(None, description="Site or paper that published it, if known")
    title: str | None = Field(None, description="Headline, as printed")
    authors: tuple[str, ...] = Field((), description="Byline names")
    published: dt.date | None = Field(None, description="Date of publication printed for this article")
    province: str | None = Field(None, description="Province it is about, by the 63 units before 1 July 2025")
    province_2025: str | None = Field(None, description="The same by the 34 units since 1 July 2025")
    province_code: str | None = Field(None, description="Official code of province among the 63")
    province_2025_code: str | None = Field(None, description="Official code of province_2025 among the 34")
    province_reason: str | None = Field(
        None, description="What decided: headline, body named: …, district: …, named, source; several; none"
    )
    body: str = Field("", description="Clean article text, Unicode NFC, one line feed between paragraphs")

    @model_validator(mode="after")
    def _body_is_nfc(self) -> Article:
        if not unicodedata.is_normalized("NFC", self.body):
            raise ValueError("body is not in Unicode NFC")
        return self


class Document(Article):
    """An article with its facts. Every fact's words stand in the body where it says."""

    facts: tuple[Fact, ...] = Field((), description="Facts read from the body, in order of place")

    @model_validator(mode="after")
    def _facts_stand_in_the_body(self) -> Document:
        for fact in self.facts:
            if self.body[fact.start : fact.end] != fact.text:
                raise ValueError(
                    f"{fact.type} {fact.text!r} does not stand at {fact.start}:{fact.end} of the body"
                )
        return self

    def to_record(self) -> dict[str, Any]:
        """The document as plain JSON values, in the guidelines' shape."""
        return self.model_dump(mode="json")
