"""The words of a text as an archive is sent them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engine.opensearch.word_texts import RULES_END, WordText, clean, stem_key, word_text
from search.text import is_variant, with_variants

WRITTEN = st.text(st.sampled_from("aB éüß-'’.,#1 U\u00a0\t\ud800\u5317가"), max_size=40)


@pytest.mark.parametrize("rules", ["", "de", "none"])
@given(WRITTEN)
def test_words_stems_and_variants_are_those_of_the_whole_text(rules: str, text: str) -> None:
    found = word_text(text, rules)
    forms = [clean(token.form) for token in with_variants(text)]
    words = [form for form in forms if not is_variant(form)]
    variants = {form for form in forms if is_variant(form)}
    assert found.exact.split(" ") == (words or [""])
    assert found.stems.split(" ") == ([stem_key(form, rules) for form in words] or [""])
    assert set(found.variants) == variants
    assert set(found.stem_variants) == {stem_key(form, rules) for form in variants}


def test_stems_by_rules_with_a_name_say_so() -> None:
    assert word_text("Ships", "") == WordText("ships", "ship", (), ())
    assert word_text("Schiffe", "de").stems == f"de{RULES_END}schiff"
