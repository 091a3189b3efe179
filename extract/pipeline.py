"""The spaCy pipeline: one component per layer, then one per fact type.

Every component reads ``doc._.reading`` and adds a layer to it; spans also go to ``doc.spans``, under the
layer's name, so that displaCy and any other user of spaCy can read them. All facts together stand in
``doc.spans["facts"]``, labelled by type, and as pydantic objects in ``doc._.facts``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from extract import confidence
from extract.facts import awards, benefits, campaigns, initiatives, people, statistics
from extract.grammar import abbreviations, money, numbers, periods, quotes
from extract.language import normal, tokens
from extract.language import sentences as boundaries
from extract.reading import Reading, Span
from schemas import Evidence

Finder = Callable[[Reading], Sequence[Span]]
FactFinder = Callable[[Reading], Sequence[Evidence]]

LAYERS: dict[str, Finder] = {
    "quotes": quotes.find,
    "numbers": numbers.find,
    "amounts": money.find,
    "periods": periods.find,
    "abbreviations": abbreviations.find,
}
"""Grammar, in the order it runs: layer of the reading → what fills it."""

FACTS: dict[str, FactFinder] = {
    "campaign": campaigns.find,
    "person": people.find,
    "award": awards.find,
    "benefit": benefits.find,
    "initiative": initiatives.find,
    "statistic": statistics.find,
}
"""Facts, in the order they are found: fact type → what finds it."""

for _name in ("raw", "reading", "published", "source"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
if not Doc.has_extension("facts"):
    Doc.set_extension("facts", getter=lambda doc: tuple(doc._.reading.facts) if doc._.reading else ())


@Language.component("thidua_sentences")
def read_sentences(doc: Doc) -> Doc:
    """Opens the reading of a document and sets its sentence boundaries."""
    text = doc._.raw or doc.text  # which spaCy puts together from tokens, in a fifth of the whole time
    reading = Reading(text, normal.lower(text), published=doc._.published, source=doc._.source)
    reading.paragraphs = boundaries.paragraphs(text)
    reading.sentences = boundaries.sentences(text)
    doc._.reading = reading
    _mark_sentence_starts(doc, [span.start for span in reading.sentences])
    return doc


def _mark_sentence_starts(doc: Doc, starts: list[int]) -> None:
    """All at once: setting ``token.is_sent_start`` one by one took ten times as long as all else here."""
    if len(doc):
        marks = np.where(np.isin(doc.to_array("IDX"), starts), 1, -1)
        doc.from_array(["SENT_START"], marks.astype(np.int64).view(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]


def _add_layer(doc: Doc, layer: str) -> Doc:
    spans = LAYERS[layer](doc._.reading)
    setattr(doc._.reading, layer, list(spans))
    doc.spans[layer] = _token_spans(doc, ((span.start, span.end, layer) for span in spans))
    return doc


def _add_facts(doc: Doc, kind: str) -> Doc:
    found = FACTS[kind](doc._.reading)
    doc._.reading.facts.extend(found)
    doc.spans[kind] = _token_spans(doc, ((fact.start, fact.end, kind) for fact in found))
    return doc


@Language.component("thidua_facts")
def gather_facts(doc: Doc) -> Doc:
    """Puts the facts of all types in the order of their place, each with the confidence it deserves."""
    facts = sorted(doc._.reading.facts, key=lambda fact: (fact.start, fact.end))
    facts = confidence.weigh(doc._.reading, facts)
    doc._.reading.facts = facts
    doc.spans["facts"] = _token_spans(doc, ((fact.start, fact.end, fact.type) for fact in facts))
    return doc


def _token_spans(doc: Doc, places: Iterable[tuple[int, int, str]]) -> list[DocSpan]:
    """Spans of whole tokens that cover the places; the places themselves stay exact in the reading."""
    spans = (doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in places)
    return [span for span in spans if span is not None]


for _layer in LAYERS:
    Language.component(f"thidua_{_layer}", func=partial(_add_layer, layer=_layer))
for _kind in FACTS:
    Language.component(f"thidua_{_kind}", func=partial(_add_facts, kind=_kind))

COMPONENTS = ("sentences", *LAYERS, *FACTS, "facts")


def build() -> Language:
    """A new pipeline, language code ``vi``, with every component in order."""
    tokens.create_tokenizer()  # registers the tokenizer's name
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "thidua.tokenizer.v1"}}})
    nlp.max_length = 50_000_000
    for name in COMPONENTS:
        nlp.add_pipe(f"thidua_{name}", name=name)
    return nlp


@cache
def shared() -> Language:
    """The pipeline of this process, built once."""
    return build()


def read(text: str, *, published: object = None, source: str | None = None) -> Reading:
    """Everything the pipeline reads from a normalised text."""
    nlp = shared()
    doc = nlp.make_doc(text)
    doc._.raw, doc._.published, doc._.source = text, published, source
    reading: Reading = nlp(doc)._.reading
    return reading
