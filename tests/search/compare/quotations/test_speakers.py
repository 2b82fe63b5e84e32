from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def speakers(told: Article) -> list[str | None]:
    return [quote.speaker for quote in compare(told, told).quotes.left]


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        (["Paul Hallam left the board in May.", "“It is all over now,” he said."], "Paul Hallam"),
        (["Ann Lee met Paul Hallam in Lorn.", "“It is all over now,” he said."], "Paul Hallam"),
        (["Mr. Sorel saw the Dairy Board.", "He said: “It is all over now.”"], "Sorel"),
        (["Bob Ray came. Then Paul Hallam, a farmer, wept. “It is all over now,” he said."], None),
        (["Bob Ray met Paul Hallam in Lorn.", "“It is all over now,” he said."], None),
        (["Paul Hallam and his brother came.", "“It is all over now,” he said."], None),
        (["The ministry of dams spoke.", "“It is all over now,” he said."], None),
        (["Lorn was cold.", "“It is all over now,” he said."], None),
        (["She said that Paul Hallam had left.", "“It is all over now,” she said."], None),
        (["Ann Lee said the dam had failed. “It is all over now.”"], "Ann Lee"),
        (["Ann Lee said on Monday that the dam had failed.", "“It is all over now.”"], "Ann Lee"),
        (["Ann Lee fears the dam. “It is all over now.”"], "Ann Lee"),
        (["Ann Lee said only this:", "“It is all over now.”"], "Ann Lee"),
        (["Ann Lee issued a statement: “It is all over now.”"], "Ann Lee"),
        (["Ann Lee issued a statement.", "“It is all over now,” she said."], "Ann Lee"),
        (["Ann Lee accused Bob Ray of haste.", "“It is all over now.”"], "Ann Lee"),
        (["The dam fails, according to Ann Lee of Lorn.", "“It is all over now.”"], "Ann Lee"),
        (["“It is all over now,” the letter read."], "the letter"),
        (["Democratic Rep. Ann Lee of Lorn told reporters waiting in the hall, “it is all over now.”"], "Ann Lee"),
        (["A report to Congress found, “it is all over now.”"], "A report to Congress"),
        (["It was “all over by now” for the dam, Ann Lee said."], "Ann Lee"),
        (["“It is all over now,” Ann Lee ticked off."], "Ann Lee"),
        (["“It is all over now,” Ann Lee of the Dairy Board says."], "Ann Lee"),
        (["“It is all over now,” said Lorn Dairy Board (LDB) spokesman Bob Ray."], "Bob Ray"),
        (["Ann Lee, who heard it from a friend, said that in the end of all the days and all the nights the dam was “all over by now”."], "Ann Lee"),
        (["Ann Lee left the room and said it was “all over by now”."], "Ann Lee"),
        (["Bob Ray of Lorn told Ann Lee, who said it was “all over by now”."], "Ann Lee"),
        (["Ann Lee, a guest with ties to the Hallam family, lamented that it was “all over by now”."], "Ann Lee"),
        (["According to the Lorn Post, Ann Lee said it was “all over by now”."], "Ann Lee"),
        (["“It is all over now,” reckons Ann Lee, a farmer."], "Ann Lee"),
        (["“It is all over now,” Ann Lee fretted."], "Ann Lee"),
        (["“It is all over now,” said Robert (Rob) Vale."], "Robert (Rob) Vale"),
        (["“It is all over now,” said Lucia (“Lulu”) Vale."], "Lucia (“Lulu”) Vale"),
        (["“It is all over now,” his lawyer said."], "his lawyer"),
        (["“It is all over now,” police said."], "police"),
        (["On Tuesday the president said: “It is all over now.”"], "the president"),
        (["A law called “the end of all dams” was passed."], None),
        (["She spoke on his reports as “a very long book”."], None),
        (["Ann Lee wrote in her book, “The Long Way Home”."], None),
        (["Chinese officials shut the gate, shouting “it is all over now”."], None),
        (["“It is all over now,” he was quoted as saying."], None),
        (["Ann Lee said he had come from afar, had seen the old dam and the new one, and had been told it was “all over by now”."], "Ann Lee"),
        (["“It is all over now,” the mayor, who spoke to us at length, told the paper."], "the mayor"),
        (["Ann Lee, a friend of the dam, simply had this to say: “It is all over now.”"], "Ann Lee"),
        (["Ann Lee opened this note: “It is all over now.”"], None),
        (["We met Ann Lee then.", "“It is all over now.” — Mayor Ann Lee"], "Ann Lee"),
        (["“It is all over now.” — Lorn Post, page 2"], None),
        (["On Monday, 8 May, Ann Lee left the dam and the town, saying it was “all over by now”."], "Ann Lee"),
        (["Earlier this week, Ann Lee left the dam and the town, saying it was “all over by now”."], "Ann Lee"),
        (["Speaking on the Lorn Channel, Ann Lee defended the dam, saying it was “all over by now”."], "Ann Lee"),
        (["In a long and quiet talk with the Lorn Post on Thursday, Ann Lee endorsed Bob Ray as its new head, saying: “It is all over now.”"], "Ann Lee"),
        (["Lorn counselor Ann Lee defended the dam, saying it was “all over by now”."], "Ann Lee"),
        (["Ann Lee, a Lorn farmer, left the dam and the town, saying it was “all over by now”."], "Ann Lee"),
        (["Ann Lee left the dam after tweeting, “it is all over now”."], "Ann Lee"),
        (["Ann Lee released a statement stressing that it was “all over by now”."], "Ann Lee"),
        (["While Bob Ray wept, his office defended the dam, saying it was “all over by now”."], "his office"),
        (["The company wouldn't tell us more, saying it was “all over by now”."], "The company"),
        (["The chief of the Lorn dam, Mayor Ann Lee, said, “It is all over now.”"], "Ann Lee"),
        (["On Monday, Ann Lee went home but said it was “all over by now”."], "Ann Lee"),
        (["Lorn, a town, was cold, adding “it is all over now”."], None),
    ],
)  # fmt: skip
def test_who_speaks(
    article: Callable[..., Article], paragraphs: list[str], speaker: str | None
) -> None:
    assert speakers(article(*paragraphs)) == [speaker]


@pytest.mark.parametrize(
    "rest",
    [
        "and later added, “it is all over now.”",
        "adding that “it is all over now.”",
        "and “it is all over now.”",
    ],
)
def test_one_who_goes_on_is_still_the_speaker(article: Callable[..., Article], rest: str) -> None:
    assert speakers(article(f"“We will stay here,” Ann Lee said, {rest}")) == ["Ann Lee"] * 2


def test_a_paragraph_of_a_quotation_alone_goes_on(article: Callable[..., Article]) -> None:
    told = article("“We will stay here,” Ann Lee said.", "“It is all over now.”", "“Run For It”")
    assert speakers(told) == ["Ann Lee", "Ann Lee", None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Deich hält nicht“, sagte Anna Roth vom Amt.", "Anna Roth"),
        ("Anna Roth erklärte: „Der Deich hält nicht.“", "Anna Roth"),
        ("„Der Deich hält nicht“, sagte die Ministerin.", None),
        ("„Der Deich hält nicht“, wurde Anna Roth von Karl Bayer gesagt.", None),
        ("« La digue ne tient pas », a répondu Anne Roux, ingénieure.", "Anne Roux"),
        ("« La digue ne tient pas ? » demande l’ancienne maire Anne Roux.", None),
        ("« La digue ne tient pas », dit le maire de Saint Malo.", None),
        ("Anne Roux a ajouté : « La digue ne tient pas. »", "Anne Roux"),
        ("«La presa no aguanta», aseguró Ana Rubio.", "Ana Rubio"),
        ("«La presa no aguanta», dijo a Ana Rubio un vecino.", None),
        ("«La diga non tiene», ha ricordato il sindaco Anna Rossi.", "Anna Rossi"),
        ("“O dique não aguenta”, disse Ana Ramos ontem.", "Ana Ramos"),
        ("“De dijk houdt het niet”, zei Anna Rutten.", "Anna Rutten"),
        ("« La digue ne tient pas », se souvient Anne Roux.", "Anne Roux"),
        ("“O dique não aguenta”, queixou-se Ana Ramos.", "Ana Ramos"),
        ("La vecina Ana Rubio dijo: «La presa no aguanta».", "Ana Rubio"),
        ("Burmistrz Anna Rogala dodała: „Tama nie wytrzyma”.", "Burmistrz Anna Rogala"),
        ("La carta de Ana Rubio dijo: «La presa no aguanta».", None),
        ("„Der Deich hält nicht“, so Anna Roth.", "Anna Roth"),
        ("“The dam does not hold,” so Anna Roth left.", None),
        ("«Плотина не выдержит», — сказала Анна Рогова.", "Анна Рогова"),
    ],
)
def test_verbs_of_other_languages_tell_who_speaks_where_a_name_follows(
    article: Callable[..., Article], text: str, speaker: str | None
) -> None:
    assert speakers(article(text)) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Der Deich hält nicht“, sagte Ingenieurin Anna Roth am Montag.", "Ingenieurin Anna Roth"),
        ("Anna Roth erklärte: „Der Deich hält nicht.“", "Anna Roth"),
        ("„Der Deich hält nicht“, sagte die Ministerin Roth.", "Ministerin Roth"),
        ("„Der Deich hält nicht“, teilte die Polizei mit.", None),
    ],
)
def test_where_nouns_have_capitals_a_row_of_them_is_who_speaks(
    article: Callable[..., Article], text: str, speaker: str | None
) -> None:
    assert speakers(article(text, language="de")) == [speaker]
