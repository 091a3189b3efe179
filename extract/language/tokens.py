"""spaCy's tokenizer for language code ``vi``: blanks and punctuation, no dictionary, offsets exact.

spaCy's own ``vi`` needs pyvi, or else splits on blanks only and leaves ``đồng.`` and ``(LĐLĐ)`` whole. This
one uses the punctuation rules of the multi-language class ``xx``; a syllable is a token.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.lang.xx import MultiLanguage
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry


@registry.tokenizers("thidua.tokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Factory for ``[nlp.tokenizer]``; named in the project's entry points, so configs can ask for it."""

    def build(nlp: Language) -> Tokenizer:
        rules = MultiLanguage.Defaults
        return Tokenizer(
            nlp.vocab,
            rules=rules.tokenizer_exceptions,
            prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
            suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
            infix_finditer=compile_infix_regex(rules.infixes or ()).finditer,
            url_match=rules.url_match,
        )

    return build
