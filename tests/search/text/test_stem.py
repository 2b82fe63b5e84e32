import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.lang import stemmer_for_language

from search.text import CAPITALS, JOINED, fold, stem, stemmer, tokenize
from search.word_lists import word_lists

ALIKE = {
    None: ["sanction sanctions sanctioned", "дом дома домами", "كتاب والكتاب كتابها"],
    "en-GB": ["sanction sanctions sanctioned", "российский российского российской"],
    "de-AT": ["Haus Häuser Häusern Hauses", "Straße Strassen", "Sanktion Sanktionen"],
    "fr": ["sanction sanctionné sanctionnées", "première premières", "université universités"],
    "es": ["organización organizaciones", "gobierno gobiernos", "decía decían", "país países"],
    "it": ["elezione elezioni", "economico economica economiche"],
    "pt_BR": ["eleição eleições", "nação nações", "possível possíveis"],
    "nl": ["regering regeringen"],
    "sv": ["flicka flickor flickorna", "människa människor"],
    "da": ["sanktion sanktioner sanktionerne"],
    "nb": ["sanksjon sanksjoner sanksjonene"],
    "fi": ["talo talossa talosta talot", "kylä kylässä kylästä"],
    "hu": ["ház házak házban házból"],
    "ro": ["guvern guvernul guvernului"],
    "tr": ["Türkiye Türkiye'nin Türkiye’ye"],
    "ru": ["война войны войну", "ёлка ёлки елку", "sanction sanctions"],
    "ar": ["مدينة المدينة والمدينة", "العقوبات عُقوبات وعقوبات", "مهندسون المهندسين"],
    "ko": [
        "대통령 대통령은 대통령의 대통령에게 대통령에게는",
        "회의 회의는 회의에서",
        "속도 속도로",
    ],
    "zh-Hant": ["sanction sanctions"],
}


def stems(words: str, language: str | None) -> set[str]:
    return {stem(token.form, language) for token in tokenize(words)}


@pytest.mark.parametrize(
    ("language", "words"), [(language, one) for language, some in ALIKE.items() for one in some]
)
def test_forms_of_a_word_share_a_stem(language: str | None, words: str) -> None:
    assert len(stems(words, language)) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (None, "Haus Häuser"),
        ("pl", "sanctions sanction"),
        ("uk", "українська українською"),
        ("fa", "كتاب الكتاب"),
        ("ar", "ال ولد"),
        ("ko", "회의 회"),
        ("ko", "국가 국"),
        ("he", "ספר הספר"),
    ],
)
def test_words_that_stay_apart(language: str | None, words: str) -> None:
    assert len(stems(words, language)) == len(words.split())


@pytest.mark.parametrize(
    ("language", "rules"),
    [(None, ""), ("", ""), ("en-US", ""), ("de_CH", "de"), ("DEU", "de"), ("nn", "no"), ("zh", "")],
)
def test_which_rules_a_language_has(language: str | None, rules: str) -> None:
    assert stemmer(language) == rules


@given(st.one_of(st.text(max_size=8), st.sampled_from([*ALIKE, "pl", "x-none"]).map(str)))
def test_rules_are_named_by_themselves(language: str) -> None:
    assert stemmer(stemmer(language)) == stemmer(language)


@given(st.text(max_size=30), st.sampled_from([*ALIKE, "pl"]))
def test_every_word_has_a_stem_that_is_folded(text: str, language: str | None) -> None:
    for token in tokenize(text):
        root = stem(token.form, language)
        assert root
        assert root == fold(root) or root == token.form


@pytest.mark.parametrize("language", [*ALIKE, "pl"])
def test_an_apostrophe_alone_leaves_a_stem(language: str | None) -> None:
    assert stem("'x", language)


GROUPS = word_lists("text/confused_words")["english"]["groups"]


@pytest.mark.parametrize("groups", GROUPS, ids=lambda groups: groups[0].split()[0])
def test_words_that_the_stemmer_confuses_are_kept_apart(groups: list[str]) -> None:
    roots = [{stem(word) for word in group.split()} for group in groups]
    assert all(len(root) == 1 for root in roots)
    assert len(set().union(*roots)) == len(groups)


@pytest.mark.parametrize("groups", GROUPS, ids=lambda groups: groups[0].split()[0])
def test_no_group_is_listed_for_nothing(groups: list[str]) -> None:
    plain = stemmer_for_language("en")
    roots = [{plain(word) for word in group.split()} | {group.split()[0]} for group in groups]
    for at, one in enumerate(roots):
        assert any(one & other for other in roots[:at] + roots[at + 1 :])


def test_no_word_is_in_two_groups() -> None:
    words = [word for groups in GROUPS for group in groups for word in group.split()]
    assert len(words) == len(set(words))


def test_a_joined_word_has_a_stem_of_its_own() -> None:
    assert stem(f"emails{JOINED}") == stem("email") + JOINED
    assert stem(f"us{CAPITALS}") == f"us{CAPITALS}"
