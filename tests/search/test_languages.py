"""A library in many languages: a word is found inside a sentence, in its forms, and lit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from found import ids_of

from search import Desk, Highlighter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search import Article
    from search.highlight.spans import Where

ARTICLES = {
    "ar": ("ar", "البلاد", "أعلنت الحكومة أن العُقُوبَاتِ الأمريكيّة الجديدة ستضرّ بالمدينة."),
    "de": ("de", "Aus dem Süden", "Am Abend standen die Häuser an der Großen Straße in Flammen."),
    "el": (None, "Νέα", "Ο πρωθυπουργός μίλησε για τις οδούς της πόλης."),
    "en": (None, "The coast", "The house on the main street was sanctioned, officials said."),
    "es": ("es-VE", "Caracas", "El gobierno rechazó las nuevas sanciones y declaraciones."),
    "fr": ("fr", "Paris", "Selon qu'Emmanuel parle, les banques sanctionnées restent ouvertes."),
    "he": ("he", "חדשות", 'אתמול הודיע דובר צה"ל כי שָׁלוֹם יבוא לירושלים.'),
    "hi": ("hi", "समाचार", "प्रधानमंत्री ने राष्ट्र को संबोधित किया।"),
    "it": ("it", "Roma", "Il presidente dell’Italia ha parlato delle elezioni di ieri."),
    "ja": ("ja", "ニュース", "昨日、東京で大統領がデータを公開した。"),
    "ko": ("ko", "소식", "어제 대통령은 서울에서 2019년에 대해 발표했다."),
    "pl": ("pl", "Kraj", "Wczoraj premier mówił o nowych sankcjach i sanctions."),
    "ru": ("ru", "Новости", "Вчера президент объявил о новых санкциях, ещё строже войны."),
    "th": ("th", "ข่าว", "เมื่อวานนี้นายกรัฐมนตรีประกาศมาตรการใหม่ในกรุงเทพ"),
    "tr": ("tr", "Haberler", "Dün İstanbul'da ışıklar söndü, Türkiye’nin kararı bekleniyor."),
    "zh": ("zh-Hans", "新闻", "昨天委内瑞拉总统宣布了新的制裁措施。"),
}
"""Its language as it states it, if it does, its title and its story."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("library")
    for name, (language, title, text) in ARTICLES.items():
        put(folder, name, language, title, text)
    desk = Desk(folder, cache=tmp_path_factory.mktemp("cache"))
    desk.sync()
    yield desk
    desk.close()


def put(folder: Path, name: str, language: str | None, title: str, text: str) -> None:
    stated = f"lang: {language}\n" if language else ""
    (folder / f"{name}.md").write_text(f"---\ntitle: {title}\n{stated}---\n\n{text}\n", "utf-8")


def texts_of(article: Article) -> list[tuple[str, Where]]:
    """Give the texts of an article that are lit, with where each stands."""
    story: list[tuple[str, Where]] = [(block.text, "body") for _, block in article.story]
    return [(article.title or "", "title"), *story]


def found(desk: Desk, query: str) -> dict[str, list[str]]:
    """Give what is lit in the excerpt of each article found."""
    answer = desk.search(query)
    hits = desk.hits(answer, 0, 100)
    assert len(hits) == answer.total
    return {
        hit.head.path.removesuffix(".md"): [
            hit.excerpt.text[span.start : span.stop] for span in hit.excerpt.spans
        ]
        for hit in hits
    }


@pytest.mark.parametrize(
    ("query", "name", "lit"),
    [
        ("عقوبات", "ar", ["العُقُوبَاتِ"]),
        ("العقوبات", "ar", ["العُقُوبَاتِ"]),
        ("امريكية", "ar", ["الأمريكيّة"]),
        ("Haus", "de", ["Häuser"]),
        ("hauser", "de", ["Häuser"]),
        ("grosse STRASSE", "de", ["Großen", "Straße"]),
        ("ΟΔΟΎΣ", "el", ["οδούς"]),
        ("πρωθυπουργοσ", "el", ["πρωθυπουργός"]),
        ("sanctions", "en", ["sanctioned"]),
        ("sanción", "es", ["sanciones"]),
        ("declaracion", "es", ["declaraciones"]),
        ("sanctionner", "fr", ["sanctionnées"]),
        ("emmanuel", "fr", ["Emmanuel"]),
        ("שלום", "he", ["שָׁלוֹם"]),
        ("שלומ", "he", ["שָׁלוֹם"]),
        ("*רושלים", "he", ["לירושלים"]),
        ("צה״ל", "he", ['צה"ל']),
        ('צה"ל', "he", ['צה"ל']),
        ("राष्ट्र", "hi", ["राष्ट्र"]),
        ("italia", "it", ["Italia"]),
        ("elezione", "it", ["elezioni"]),
        ("大統領", "ja", ["大統領"]),
        ("ﾃﾞｰﾀ", "ja", ["データ"]),
        ("대통령", "ko", ["대통령은"]),
        ("대통령이", "ko", ["대통령은"]),
        ("서울", "ko", ["서울에서"]),
        ("2019년", "ko", ["2019년에"]),
        ("발표", "ko", ["발표했다"]),
        ("nowych", "pl", ["nowych"]),
        ("санкция", "ru", ["санкциях"]),
        ("еще", "ru", ["ещё"]),
        ("война", "ru", ["войны"]),
        ("รัฐมนตรี", "th", ["รัฐมนตรี"]),
        ("istanbul", "tr", ["İstanbul'da"]),
        ("IŞIKLAR", "tr", ["ışıklar"]),
        ("Türkiye", "tr", ["Türkiye’nin"]),
        ("总统", "zh", ["总统"]),
        ('"宣布了新的"', "zh", ["宣布了新的"]),
    ],
)
def test_a_word_inside_a_sentence_is_found_and_lit(
    desk: Desk, query: str, name: str, lit: list[str]
) -> None:
    assert found(desk, query)[name] == lit


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("haus", {"de"}),
        ("house", {"en"}),
        ("sanctioned", {"en"}),
        ("sanctions", {"en", "fr", "pl"}),
        ("sanction", {"en", "fr"}),
        ('"sanctions"', {"pl"}),
        ('"haus"', set()),
        ("title:kraj", {"pl"}),
        ("lang:de haus", {"de"}),
        ("haus OR house", {"de", "en"}),
        ("-haus -house sanction", {"fr"}),
        ("大统领", set()),
    ],
)
def test_each_article_is_read_by_the_rules_of_its_own_language(
    desk: Desk, query: str, names: set[str]
) -> None:
    assert set(found(desk, query)) == names


def test_a_phrase_that_is_typed_bare_takes_the_forms_of_each_language(desk: Desk) -> None:
    assert found(desk, "dell'Italia") == {"it": ["dell’Italia"]}
    assert found(desk, "2019년에") == {"ko": ["2019년에"]}


def test_what_is_found_is_lit_and_what_is_lit_was_found(desk: Desk) -> None:
    words = {word for _, title, text in ARTICLES.values() for word in f"{title} {text}".split()}
    for word in sorted(word.strip("\"'.,。") for word in words):
        answer = desk.search(word)
        lit = {
            article.id
            for article in (desk.read(one) for one in desk.ids())
            if any(
                Highlighter(answer.query).spans(text, where, article.language)
                for text, where in texts_of(article)
            )
        }
        assert set(ids_of(answer)) == lit, word


def test_an_article_that_changes_its_language_is_read_anew(tmp_path: Path) -> None:
    put(tmp_path, "a", "de", "Zeitung", "Die Häuser brennen.")
    put(tmp_path, "b", "en", "Paper", "The Häuser burn.")
    desk = Desk(tmp_path, cache=tmp_path / "cache")
    try:
        desk.sync()
        assert set(found(desk, "Haus")) == {"a"}

        put(tmp_path, "a", "none at all", "Zeitung", "Die Häuser brennen.")
        put(tmp_path, "b", "de", "Paper", "The Häuser burn.")
        desk.sync()

        assert set(found(desk, "Haus")) == {"b"}
        assert set(found(desk, "Häuser")) == {"a", "b"}
    finally:
        desk.close()
