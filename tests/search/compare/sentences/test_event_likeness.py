"""What the articles around them say of two sentences that are alike."""

from __future__ import annotations

from search import Article, ArticleId, Block
from search.compare import compare

BLAZE = (
    "Fire crews were called to a supermarket in Marlow before dawn and fought the blaze for hours.",
    "The roof of the store on Bridge Street came down at seven.",
    "Nobody was hurt, the brigade said, and neighbours were back home by noon.",
    "The owner, Ellen Marsh, wants to open again in spring.",
)
AGAIN = (
    "A supermarket in Marlow burned before dawn, and crews fought the blaze for hours.",
    "Its roof on Bridge Street came down at seven.",
    "Neighbours were back home by noon, and nobody was hurt.",
    "Ellen Marsh owns the store and hopes to open again.",
)
ELSEWHERE = (
    "Crews fought a blaze at a warehouse near Tarn, where gas bottles blew up all evening.",
    "Trains stood still between the harbour and Oakham until midnight.",
    "Two drivers breathed smoke and were taken to hospital.",
    "Police look for a man in a red jacket who was seen with a can.",
)
PLAIN = "Crews fought the blaze on Sunday."


def linked(left: tuple[str, ...], right: tuple[str, ...]) -> set[tuple[int, int]]:
    def article(texts: tuple[str, ...]) -> Article:
        blocks = tuple(Block("paragraph", text) for text in texts)
        return Article(ArticleId("0" * 16), "a.md", blocks)

    return {(link.left, link.right) for link in compare(article(left), article(right)).links}


def test_reports_on_one_event_meet() -> None:
    assert {(0, 0), (1, 1), (2, 2)} <= linked(BLAZE, AGAIN)
    assert linked(AGAIN, BLAZE) == {(right, left) for left, right in linked(BLAZE, AGAIN)}


def test_words_of_the_kind_link_nothing_where_all_else_differs() -> None:
    assert linked(BLAZE, ELSEWHERE) == set()
    alike = linked((BLAZE[0], *AGAIN[1:]), (ELSEWHERE[0], *AGAIN[1:]))
    assert (0, 0) in alike, "the same two sentences, in articles that are alike"


def test_articles_that_name_others_are_asked_for_more() -> None:
    crisis = (
        "Ana Ruiz and Tomas Vela met in Larne while Norland and Estania looked on.",
        "Ruiz, whom Norland backs, wants Vela to leave Larne before the vote.",
        "Vela has the support of Estania and calls the vote a farce.",
    )
    others = tuple(
        text.replace("Ruiz", "Holm").replace("Vela", "Stern").replace("Larne", "Tarn")
        .replace("Norland", "Sarkia").replace("Estania", "Ostrova").replace("Ana", "Eva")
        .replace("Tomas", "Paul")
        for text in crisis
    )  # fmt: skip
    later = "Thousands marched through the rain to hear what the opposition had to say."
    again = "Police counted thousands on the square, and the opposition spoke of more."
    same, strange = (*crisis, later), (*others, again)
    assert (3, 3) in linked(same, (*crisis, again))
    assert (3, 3) not in linked(same, strange)


def test_the_same_words_meet_wherever_they_stand() -> None:
    assert linked((*BLAZE, PLAIN), (*ELSEWHERE, PLAIN)) == {(4, 4)}
