"""The command, and the spaCy pipeline as an installed package: ``spacy.load("thidua")``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

__version__ = "0.1.0"


def load(**overrides: Any) -> Language:
    """The pipeline, built anew; called by ``spacy.load("thidua")``.

    Args:
        overrides: what ``spacy.load`` passes on: ``vocab``, ``disable``, ``enable``, ``exclude``, ``config``.
    """
    from spacy.util import load_model_from_config

    from extract import pipeline

    built = pipeline.build()
    config = built.config.merge(overrides.pop("config", {}) or {})
    nlp = load_model_from_config(config, meta={"name": "thidua", "version": __version__}, **overrides)
    nlp.max_length = built.max_length
    return nlp
