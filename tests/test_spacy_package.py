"""The pipeline as spaCy users reach it: by the package's name, and by its factories in a config."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

from extract import pipeline

TEXT = "Nhân dịp này, 7 cá nhân được Công đoàn ngành Giáo dục tặng Giấy khen."


def fresh(program: str) -> str:
    """What a program prints in a process that has imported nothing of ours."""
    return subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=120
    ).stdout.strip()


def test_every_component_has_an_entry_point() -> None:
    named = {
        entry.name for entry in entry_points(group="spacy_factories") if entry.name.startswith("thidua_")
    }
    assert named == {f"thidua_{name}" for name in pipeline.COMPONENTS}


def test_loads_by_the_name_of_the_package() -> None:
    program = (
        f"import spacy; nlp = spacy.load('thidua'); doc = nlp({TEXT!r});"
        "print(nlp.lang, nlp.meta['name'], nlp.max_length > 10**7,"
        "len(doc._.facts) == len(doc.spans['facts']),"
        "[span.text for span in doc.spans['numbers']])"
    )
    assert fresh(program) == "vi thidua True True ['7']"


def test_load_leaves_out_components() -> None:
    program = "import spacy; print('person' in spacy.load('thidua', exclude=['person']).pipe_names)"
    assert fresh(program) == "False"


def test_a_config_may_name_the_factories() -> None:
    program = (
        "import spacy; tokenizer = {'@tokenizers': 'thidua.tokenizer.v1'};"
        "nlp = spacy.blank('vi', config={'nlp': {'tokenizer': tokenizer}});"
        "nlp.add_pipe('thidua_sentences'); nlp.add_pipe('thidua_numbers');"
        f"doc = nlp({TEXT!r}); print([span.text for span in doc.spans['numbers']])"
    )
    assert fresh(program) == "['7']"
