"""``thidua campaigns``: names that the register lacks, clustered and written as entries for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua import messages, options
from thidua.trouble import CommandError, Trouble, printable

if TYPE_CHECKING:
    from warehouse.linking.campaigns import Proposal

app = typer.Typer(name="campaigns", help="Find campaigns for the register.", no_args_is_help=True)

AtLeast = Annotated[int, typer.Option("--at-least", min=1, help="Articles that must name a campaign.")]
SHOWN = 5
"""Articles listed behind an entry."""

_NAMES = """
SELECT own.name, own.kind, coalesce(article.province, article.province_2025), article.group_id,
       coalesce(article.url, article.document_id)
FROM campaign AS own JOIN fact USING (fact_id) JOIN article USING (article_id)
WHERE own.campaign_id IS NULL ORDER BY fact_id"""


@app.callback()
def _group() -> None:
    """Keeps ``propose`` a subcommand while it is the only one."""


@app.command()
def propose(db: options.DatabaseToRead = Path("thidua.duckdb"), at_least: AtLeast = 2) -> None:
    """Print entries for data/campaigns/register.toml, to be read, corrected and pasted there.

    Nothing is written to the register. Names told in near-duplicate articles count once.
    """
    messages.set_up(as_json=False, quiet=False)
    from warehouse import WarehouseError
    from warehouse.linking.campaigns import Name
    from warehouse.linking.campaigns import propose as proposed
    from warehouse.opening import opened

    try:
        with opened(db) as database:
            names = [Name(*row) for row in database.execute(_NAMES).fetchall()]
    except WarehouseError as error:
        raise CommandError(Trouble(str(error.path), error.reason, error.mend)) from error
    found = proposed(names, at_least=at_least)
    for proposal in found:
        typer.echo("\n".join(_entry(proposal)) + "\n")
    messages.inform(
        f"{len(found):,} campaigns proposed out of {len(names):,} statements", proposed=len(found)
    )


def _entry(proposal: Proposal) -> Iterator[str]:
    """The entry's lines; what stands behind it as comments, which the register may keep or not."""
    counted = f"{len(proposal.articles)} articles; {', '.join(proposal.provinces) or 'no province known'}"
    yield f"# {printable(counted)}"
    for place in proposal.places[:SHOWN]:
        yield f"#   {printable(place)}"
    if proposal.near:
        yield f"# Perhaps another wording of {proposal.near}"
    yield "[[campaign]]"
    yield f"id = {_toml(proposal.id)}"
    yield f"name = {_toml(proposal.name)}"
    yield f"aliases = [{', '.join(map(_toml, proposal.aliases))}]"
    yield f"kind = {_toml(proposal.kind or 'movement')}" + ("" if proposal.kind else "  # not said")
    yield "unquoted = false"
    yield 'source = "own reading of union news"'


def _toml(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does; DEL is the one character JSON leaves bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
