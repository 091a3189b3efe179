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

    from extract import pipeline  # importing it registers the factories

    config = pipeline.build().config.copy()
    overrides["config"] = overrides.get("config") or {}
    changes = overrides.pop("config")
    return load_model_from_config(config.merge(changes) if changes else config, auto_fill=True, **overrides)
