"""What other languages cost, and how many forms of a word meet: run by hand.

    python benchmarks/languages.py [--articles 10000]

Prints, for some words in each language, how many pairs of forms share a stem: by Whoosh's stemmer
of the words as they are written, of the folded words, and by ours, which takes folded words. The
words under `CHOSEN` were looked at while the rules for endings were made, those under `HELD` only
after. Then the same generated articles are indexed as English, as German, and as five languages
mixed, and asked the same questions.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from itertools import chain, combinations
from pathlib import Path
from typing import TYPE_CHECKING

from speed import corpus
from whoosh.lang import stemmer_for_language

from search.article import Article, Block
from search.engine.whoosh.index_reader import IndexReader
from search.engine.whoosh.index_writer import open_writer
from search.engine.whoosh.store import Store
from search.library import article_id
from search.query import parse
from search.text import fold, stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CHOSEN = {
    "de": "Haus Häuser Häusern Hauses|Regierung Regierungen|Präsident Präsidenten|Straße Straßen|Sanktion Sanktionen|Fluss Flüsse|Maßnahme Maßnahmen|schön schöner schönen",
    "es": "sanción sanciones|organización organizaciones|gobierno gobiernos|militar militares|presidente presidentes presidenta|país países|elección elecciones|declaración declaraciones|habló hablar hablaba hablaron|venezolano venezolana venezolanos|decía decían|económico económica económicos|tecnología tecnologías|institución instituciones|policía policías|noticia noticias|servicio servicios|vehículo vehículos",
    "fi": "talo talossa talosta taloon talot|kylä kylässä kylästä",
    "fr": "sanction sanctions sanctionner sanctionné sanctionnés sanctionnée sanctionnées|président présidents présidente|élection élections|général généraux|opposé opposés opposée|attaque attaquer attaqué attaquées|déclaré déclare déclarer|frontière frontières|militaire militaires|économique économiques|décidé décidée décider|protégé protéger protégés|université universités|autorité autorités|première premières",
    "hu": "ház házak házban házból|kormány kormányok kormányt|szankció szankciók szankciókat|választás választások választáson|elnök elnökök elnöknek|háború háborúk háborúban háborúról",
    "it": "sanzione sanzioni|governo governi|elezione elezioni|parlò parlare parlava|economico economica economici economiche|venezuelano venezuelani",
    "pt": "sanção sanções|organização organizações|eleição eleições|governo governos|militar militares|país países|falou falar falava|econômico econômica econômicos|nação nações|possível possíveis|notícia notícias|violência violências",
    "ro": "guvern guvernul guvernului|sancțiune sancțiuni sancțiunile sancțiunilor|oraș orașe orașul|președinte președintele",
    "ru": "дом дома домов домам|война войны войну войной|российский российского российской российские|санкция санкции санкций санкциям|президент президента президенту президентом|правительство правительства|ёлка ёлки ёлку",
    "sv": "regering regeringen regeringar|sanktion sanktioner sanktionerna|flicka flickor flickorna|människa människor människorna",
}
HELD = {
    "de": "Land Länder Ländern Landes|Wahl Wahlen|Minister Ministers Ministern|Stadt Städte Städten|Bericht Berichte Berichten Berichts|großer große großes großen|Angriff Angriffe Angriffen",
    "es": "reunión reuniones|negociación negociaciones|guerra guerras|ejército ejércitos|economía economías|familia familias|anunció anunciar anunciaron|constitución constituciones|ley leyes|votación votaciones|empresa empresas|médico médicos médica médicas|cuaderno cuadernos|vivían vivía",
    "fi": "sota sodan sodassa|maa maassa maasta maat|uutinen uutiset|vaali vaalit vaaleissa",
    "fr": "armée armées|réunion réunions|adopté adoptée adoptées adopter|guerre guerres|majorité majorités|dernière dernières|annoncé annoncée annoncer annonce annonces|négociation négociations|journée journées|menacé menacée menacer menaces|bancaire bancaires",
    "hu": "város városok városban városból városról|miniszter miniszterek miniszternek minisztertől|ország országok országban országért",
    "it": "guerra guerre|riunione riunioni|ministro ministri|legge leggi|annunciare annunciato annunciata annunciati|politico politica politiche",
    "pt": "reunião reuniões|guerra guerras|negociação negociações|situação situações|decisão decisões|ministro ministros ministra|agência agências|responsável responsáveis|lei leis|anunciou anunciar anunciado|econômica econômicas|distância distâncias",
    "ro": "minister ministrul ministrului|lege legea legile|război războiul războiului|țară țara țările",
    "ru": "закон закона законы законов|армия армии армию|русский русского русской русские|страна страны стран странам|новый новая новое новые|решение решения решений",
    "sv": "krig kriget|minister ministrar ministern|nyhet nyheter nyheterna|stad städer",
}
LIBRARIES: dict[str, list[str | None]] = {
    "English": [None],
    "German": ["de"],
    "five mixed": [None, "de", "fr", "es", "pl"],
}
ROUNDS = 3


def meeting(groups: str, by: Callable[[str], str]) -> int:
    """Count the pairs of forms that have one stem."""
    pairs = chain.from_iterable(combinations(group.split(), 2) for group in groups.split("|"))
    return sum(by(a) == by(b) for a, b in pairs)


def row_of(language: str, groups: str) -> list[int]:
    """Count the pairs of a language, and those that meet by each way of stemming."""
    snowball = stemmer_for_language(language)
    ways: list[Callable[[str], str]] = [
        lambda _: "",
        lambda word: snowball(word.lower()),
        lambda word: snowball(fold(word)),
        lambda word: stem(fold(word), language),
    ]
    return [meeting(groups, by) for by in ways]


def stems(name: str, words: dict[str, str]) -> None:
    """Print how many pairs of forms meet."""
    print(f"\n| {name} | pairs | as written | folded | ours |\n|---|---|---|---|---|")
    total = [0, 0, 0, 0]
    for language, groups in words.items():
        row = row_of(language, groups)
        total = [a + b for a, b in zip(total, row, strict=True)]
        print(f"| {language} | " + " | ".join(map(str, row)) + " |")
    print("| all | " + " | ".join(map(str, total)) + " |")


def indexed(folder: Path, made: Sequence[corpus.Made], languages: Sequence[str | None]) -> float:
    """Index articles whose languages are drawn; give how many a CPU second takes."""
    drawn = random.Random(1)  # noqa: S311 - a seed is the point
    begin = time.process_time()
    with open_writer(Store(folder).start()) as writer:
        for number, one in enumerate(made):
            blocks = tuple(Block("paragraph", line) for line in one.body.split("\n") if line)
            path = f"{number}.txt"
            language = drawn.choice(languages)
            article = Article(article_id(path), path, blocks, one.title, language=language)
            writer.put(article, [])
        writer.commit()
    return len(made) / (time.process_time() - begin)


def median(reader: IndexReader, questions: Sequence[str]) -> float:
    """Give the milliseconds of a question: the median of each one's best of some rounds."""
    times = []
    for question in questions:
        root = parse(question).root
        best = float("inf")
        for _ in range(ROUNDS):
            reader._views.forget()  # noqa: SLF001 - what is remembered would be all that is measured
            begin = time.perf_counter()
            reader.search(root).rows(0, 50)
            best = min(best, time.perf_counter() - begin)
        times.append(best)
    return sorted(times)[len(times) // 2] * 1000


def costs(count: int) -> None:
    """Print what languages cost."""
    made = list(chain.from_iterable(corpus.articles(count, 300)))
    chosen = random.Random(3).sample(made, 200)  # noqa: S311 - likewise
    drawn = [[word for word in one.body.split() if word.isalpha()] for one in chosen]
    kinds = {
        "a word": [words[7] for words in drawn],
        "two words": [f"{words[8]} {words[9]}" for words in drawn],
        "a phrase": [f'"{words[8]} {words[9]}"' for words in drawn],
        "a beginning": [f"{words[7][:4]}*" for words in drawn],
    }
    print("\n| library | articles a CPU s | " + " | ".join(f"{kind}, ms" for kind in kinds) + " |")
    print("|---|---|" + "---|" * len(kinds))
    for name, languages in LIBRARIES.items():
        with tempfile.TemporaryDirectory() as folder:
            rate = indexed(Path(folder), made, languages)
            reader = IndexReader(next(Path(folder).glob("*/whoosh")).parent)
            row = [f"{median(reader, asked):.2f}" for asked in kinds.values()]
            reader.close()
        print(f"| {name} | {rate:,.0f} | " + " | ".join(row) + " |")


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    asked = parser.parse_args()
    stems("words looked at", CHOSEN)
    stems("words held back", HELD)
    costs(asked.articles)


if __name__ == "__main__":
    main()
