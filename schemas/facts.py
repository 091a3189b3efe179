"""The six kinds of fact, each with the exact words that say it.

Source of the definitions: the project's fact guidelines. Field descriptions written here are the only ones:
the JSON Schema, the data dictionary and the comments on the DuckDB columns are made from them.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Qualifier = Literal["exact", "about", "almost", "over", "up_to"]
Status = Literal["awarded", "registered", "proposed"]
Year = Annotated[int, Field(ge=1900, le=2100)]

QUALIFIER = "exact; about (khoảng, ước); almost (gần); over (hơn, trên); up_to (tối đa, or a range's end)"
STATUS = "awarded; registered (đăng ký); proposed (đề nghị, chỉ tiêu)"


class Evidence(BaseModel):
    """The words that say a fact, their place in the body, and the rule that read them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1, description="The exact words, as they stand in the body")
    start: int = Field(ge=0, description="Offset of the first character in the body, in Unicode code points")
    end: int = Field(ge=1, description="Offset after the last character in the body, in Unicode code points")
    rule: str = Field(description="Id of the rule that found the fact, as declared under data/rules")
    rule_version: int = Field(ge=1, description="Version of that rule")
    confidence: float = Field(ge=0, le=1, description="How likely the fact is right, between 0 and 1")

    @model_validator(mode="after")
    def _span_is_as_long_as_its_text(self) -> Evidence:
        if self.end - self.start != len(self.text):
            raise ValueError(f"evidence {self.text!r} does not fill offsets {self.start}:{self.end}")
        return self


class Dated(Evidence):
    """A fact that the article may tie to a period."""

    year_start: Year | None = Field(None, description="First year of the period the article ties the fact to")
    year_end: Year | None = Field(None, description="Last year of that period")

    @model_validator(mode="after")
    def _years_run_forward(self) -> Dated:
        if self.year_start and self.year_end and self.year_start > self.year_end:
            raise ValueError(f"period runs backwards: {self.year_start}-{self.year_end}")
        return self


class Campaign(Dated):
    """A named movement, drive or programme. Once per name in a document."""

    TABLE: ClassVar[str] = "campaign"
    type: Literal["campaign"] = Field("campaign", description="Kind of fact")
    name: str = Field(min_length=1, description="Name without its quotation marks")
    kind: Literal["movement", "drive", "programme"] | None = Field(
        None, description="movement (phong trào), drive (cuộc vận động), programme (chương trình)"
    )
    campaign_id: str | None = Field(None, description="Entry of the register of campaigns it is linked to")


class Person(Evidence):
    """A named person with the post and organisation printed beside the name. Once per document."""

    TABLE: ClassVar[str] = "person"
    type: Literal["person"] = Field("person", description="Kind of fact")
    name: str = Field(min_length=1, description="Name without honorific")
    position: str | None = Field(None, description="Post or occupation, as printed")
    organisation: str | None = Field(None, description="Organisation, as printed next to the name")


class Initiative(Dated):
    """A titled initiative, solution, study or work."""

    TABLE: ClassVar[str] = "initiative"
    type: Literal["initiative"] = Field("initiative", description="Kind of fact")
    title: str = Field(min_length=1, description="Name of the thing made or done, without its class noun")
    kind: Literal["initiative", "study", "work"] | None = Field(
        None,
        description="initiative (sáng kiến, giải pháp); study (đề tài); work (công trình, phần việc)",
    )
    authors: tuple[str, ...] = Field((), description="People it is by")
    organisation: str | None = Field(None, description="Organisation it comes from, as printed")
    benefit_vnd: int | None = Field(None, ge=0, description="Benefit stated for it, in đồng")


class Benefit(Dated):
    """A benefit in money."""

    TABLE: ClassVar[str] = "benefit"
    type: Literal["benefit"] = Field("benefit", description="Kind of fact")
    amount_vnd: int = Field(gt=0, lt=2**63, description="Amount in đồng; a range's upper end")
    qualifier: Qualifier = Field("exact", description=QUALIFIER)
    basis: Literal["benefit", "reward", "value", "support"] = Field(
        description="benefit (làm lợi); reward (tiền thưởng); value (trị giá of works); support (hỗ trợ)"
    )
    per: Literal["year", "month", "unit"] | None = Field(
        None, description="What the amount is for: each year, month or unit"
    )


class Award(Dated):
    """How many of an award were given, or asked for."""

    TABLE: ClassVar[str] = "award"
    type: Literal["award"] = Field("award", description="Kind of fact")
    award: str = Field(min_length=1, description="Canonical name of the award")
    count: int = Field(gt=0, lt=2**63, description="How many")
    unit: Literal["individual", "group", "person_times", "initiative", "family"] | None = Field(
        None, description="What received it: individual, group, person_times (lượt người), initiative, family"
    )
    granter: str | None = Field(None, description="Who gives it, as printed")
    status: Status = Field("awarded", description=STATUS)
    level: str | None = Field(None, description="Level as printed (cấp tỉnh, cấp cơ sở)")


class Statistic(Dated):
    """Another count worth comparing."""

    TABLE: ClassVar[str] = "statistic"
    type: Literal["statistic"] = Field("statistic", description="Kind of fact")
    metric: Literal["initiatives", "works", "members", "grassroots_unions", "participants"] = Field(
        description="What is counted"
    )
    value: int = Field(ge=0, lt=2**63, description="The count")
    qualifier: Qualifier = Field("exact", description=QUALIFIER)
    status: Status | None = Field(None, description=STATUS)


Fact = Annotated[
    Campaign | Person | Initiative | Benefit | Award | Statistic,
    Field(discriminator="type"),
]
FACT_TYPES: tuple[type[Evidence], ...] = (Campaign, Person, Initiative, Benefit, Award, Statistic)
