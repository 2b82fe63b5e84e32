from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import Block
from search.compare.annotated_article import annotate
from search.compare.names.capitals import count_capitals
from search.compare.names.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.article import Article


def names(told: Article) -> list[str]:
    """Give the names of a story as written."""
    annotated = annotate(told)
    found = []
    for mention in mentions(annotated, count_capitals((annotated,))):
        sentence = annotated.sentences[mention.sentence]
        words = sentence.words[mention.first : mention.last]
        found.append(annotated.text(sentence)[words[0].start : words[-1].stop + mention.extra])
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks with Juan Guaidó failed.", ["Juan Guaidó"]),
        ("US President Donald J. Trump left for Caracas.", ["US", "Donald J. Trump", "Caracas"]),
        ("It was Secretary of State Mike Pompeo.", ["Mike Pompeo"]),
        ("Attorney General William Barr agreed with Sen. John McCain.", ["William Barr", "John McCain"]),
        ("He works at the Bank of England in London.", ["Bank of England", "London"]),
        ("We saw Phil Berger of North Carolina.", ["Phil Berger", "North Carolina"]),
        ("We saw Ursula von der Leyen and Kim Jong-un.", ["Ursula von der Leyen", "Kim Jong-un"]),
        ("They met Sinéad O'Connor on Monday in May.", ["Sinéad O'Connor"]),
        ("It was Venezuela’s National Assembly.", ["Venezuela", "National Assembly"]),
        ("A game called Cards Against Humanity sells.", ["Cards Against Humanity"]),
        ("They bought Dunmore & Dunmore in June.", ["Dunmore & Dunmore"]),
        ("We asked Peter O'Hara of the Bank of Lorn.", ["Peter O'Hara", "Bank of Lorn"]),
        ("He ate at McDonald's and at Trader Joe's too.", ["McDonald's", "Trader Joe's"]),
        ("The students of St. Oda's University won.", ["St. Oda's University"]),
        ("The Committee for a Better Lorn met.", ["Committee for a Better Lorn"]),
        ("It was the Department of Health and Human Services.", ["Department of Health and Human Services"]),
        ("It was the Bureau of Alcohol, Tobacco and Firearms.", ["Bureau of Alcohol, Tobacco and Firearms"]),
        ("We heard it from The Lorn Post that day.", ["The Lorn Post"]),
        ("He left on Friday Facebook in tears.", ["Facebook"]),
        ("It sold on Black Friday in Lorn.", ["Black Friday", "Lorn"]),
        ("Quoting The Lorn Post, she left.", ["The Lorn Post"]),
        ("We called AT&T and the others.", ["AT&T"]),
        ("It was Russian President Ivan Petrov.", ["Ivan Petrov"]),
        ("It was Democrat Ann Lee of Ohio.", ["Ann Lee", "Ohio"]),
        ("It was NSC General Counsel Ann Lee.", ["NSC", "Ann Lee"]),
        ("It was Chief of Staff Ann Lee, Duke of Lorn.", ["Ann Lee", "Duke of Lorn"]),
        ("We met Ann Lee, D-Conn., and Bob Ray, R-W. Va., here.", ["Ann Lee", "Bob Ray"]),
        ("They met Mayor de Souza of Los Angeles.", ["de Souza", "Los Angeles"]),
        ("We saw al-Masri, who is Kremlin-tied, in Lorn.", ["al-Masri", "Kremlin", "Lorn"]),
        ("They flew with Air Force One to Xi'an.", ["Air Force One", "Xi'an"]),
        ("It stood on Lornnews.com in May 2020.", ["Lornnews.com"]),
        ("It is ours, @AnnLee and #LornToday wrote.", []),
        ("Share it: Facebook Twitter Pinterest on this page.", []),
        ("The Department said so. We called the Department.", []),
        ("The storm was of Category 4 then.", []),
        ("We saw Ann Lee Ann Marie LeeMore of it.", ["Ann Lee"]),
        ("We know Theresa May well, and saw May here on May 3.", ["Theresa May", "May"]),
        ("Nobody came. Nothing happened.", []),
        ("She signed the Executive Order. The order was an executive order.", []),
        ("The Foundation for Defense of Dairies met.", ["Foundation for Defense of Dairies"]),
        ("It was the Dairy Assessment and Strategy Center.", ["Dairy Assessment and Strategy Center"]),
        ("The Farmers’ Rights Project won.", ["Farmers’ Rights Project"]),
        ("It was Energy Secretary Ann Lee.", ["Ann Lee"]),
        ("We saw Bob Ray, Ohio Republican, and Tom Orr, New York Democrat.", ["Bob Ray", "Ohio", "Tom Orr", "New York"]),
        ("The November Dairy Council met.", ["Dairy Council"]),
        ("He stayed at Mar-a-Lago on the U.S.-Mexico border.", ["Mar-a-Lago", "U.S.", "Mexico"]),
        ("Kicker Ryan Orr left.", ["Ryan Orr"]),
        ("We met Ann Lee in WashingtonThe next day.", ["Ann Lee"]),
        ("We like ExxonMobil and LinkedIn.", ["ExxonMobil", "LinkedIn"]),
        ("They call for Dams To Be Built For Lorn Now, a friend said.", []),
        ("It was time to Make Our Planet Great again.", []),
        ("She was on injured reserve (IR) then; IR is long.", []),
        ("All NGOs and ISPs agreed.", []),
        ("We met him LAST YEAR there. It was last of the year.", []),
        ("Senator Tom Orr Thomas (Tom) Bryant OrrDams rise in Lorn MORE (R-Ohio) left.", ["Tom Orr"]),
        ("A jury heard Queen Mary College and Miss Universe.", ["Queen Mary College", "Miss Universe"]),
        ("The Saints Pierre Orr ran. We like Pierre Orr, and Pierre Orr likes us.", ["Pierre Orr"] * 3),
        ("The Trump-Orr deal held when Trump met Orr in Lorn.", ["Trump", "Orr", "Trump", "Orr", "Lorn"]),
        ("“Obviously I’m late,” he said. “We all can.”", []),
        ("We met Elizabeth I and saw World War I begin.", ["Elizabeth I", "World War I"]),
        ("It was then-Deputy Attorney General Ann Lee.", ["Ann Lee"]),
        ("The pre-Bob Hope days of the X-Men and the T-Mobile deal.", ["Bob Hope", "X-Men", "T-Mobile"]),
        ("A protest of anti-Black Lives Matter groups and anti-Lee Democrats.", ["Black Lives Matter", "Lee", "Democrats"]),
        ("On Monday the Anti-Defamation League met Pro-Brexit voters.", ["Anti-Defamation League", "Brexit"]),
        ("The share [UBER.UL] rose.", []),
        ("It is the Time Magazine Person of the Year.", ["Time Magazine Person of the Year"]),
        ("It was House Dairy Committee Ranking Member Rep. Tom Orr.", ["House Dairy Committee", "Tom Orr"]),
        ("We saw Tennessee Insurance Commissioner Julie Orr.", ["Tennessee", "Julie Orr"]),
        ("We saw Maine GOP Sen. Susan Orr.", ["Maine", "Susan Orr"]),
        ("He is with the Office of the United States Trade Representative.", ["Office of the United States Trade Representative"]),
        ("It was led by Sergeant First Class Mark Orr.", ["Mark Orr"]),
        ("It was Justice Antonin Orr of the Justice Department.", ["Antonin Orr", "Justice Department"]),
        ("We heard Lorn Police Chief Kerr Orr there.", ["Lorn Police", "Kerr Orr"]),
        ("Cpl. Janice Leader spoke of Stephen King.", ["Janice Leader", "Stephen King"]),
        ("It was Secretary of Homeland Security Elaine Duke.", ["Elaine Duke"]),
        ("They asked the Senate and House Intelligence Committees.", ["Senate"]),
        ("They asked the Centers for Medicare and Medicaid Services.", ["Centers for Medicare and Medicaid Services"]),
        ("It was the National Oceanic and Atmospheric Administration.", ["National Oceanic and Atmospheric Administration"]),
        ("It went to the Court of Arbitration for Sport.", ["Court of Arbitration for Sport"]),
        ("It went to the 9th U.S. Circuit Court of Appeals.", ["9th U.S. Circuit Court of Appeals"]),
        ("The 7th and 8th Districts did well.", []),
        ("He was in Lorn, U.S. April 22, for it.", ["Lorn", "U.S."]),
        ("An Ohio Senate candidate left.", ["Ohio", "Senate"]),
        ("We saw Monar abu Salha here.", ["Monar abu Salha"]),
        ("The piece is copyright. © 2020 The Lorn Times, LLC.", []),
        ("It was in “The Boy from Oz” and in “Kate and Leopold.”", []),
        ('We saw "The Prestige" and "Wild Hogs" at home.', ["Prestige", "Wild Hogs"]),
        ("As the Legal Analyst of it said, it ends.", []),
        ("See also: Play Video here. We had About50 Texans.", []),
        ("We have PLANS TO BUILD of it.", []),
        ("They like Sinead O'Connor and The O’Reilly Factor.", ["Sinead O'Connor", "The O’Reilly Factor"]),
        ("We read of Roe v. Wade and saw J. D. Drew.", ["Roe v. Wade", "J. D. Drew"]),
        ("A fellow with Physicians for Clean Dairies spoke.", ["Physicians for Clean Dairies"]),
        ("It was the Committee on Foreign Dairies in the United States.", ["Committee on Foreign Dairies in the United States"]),
        ("We asked Homeland Security and Health and Human Services.", ["Homeland Security", "Health and Human Services"]),
        ("Peter Orr, Assistant Chief Fire Officer, left.", ["Peter Orr"]),
        ("It was Lorn County Communications Director Don Orr.", ["Lorn County", "Don Orr"]),
        ("A GOP House candidate and Lorn Tigers GM Tony Orr met.", ["GOP", "House", "Lorn Tigers", "Tony Orr"]),
        ("He told Lorn News Lee left. It was Ann Lee. He met Lee.", ["Lorn News", "Lee", "Ann Lee", "Lee"]),
        ("He was secretary of Interior then, worth US $160 million.", []),
        ("In all Victorian houses and on the Arctic ice it froze.", ["Arctic"]),
        ("We met Michael O' Leary and Lorn Air Chief Executive Dermot Orr.", ["Michael O' Leary", "Lorn Air", "Dermot Orr"]),
        ("It sold the A380's which it had.", ["A380"]),
        ("A LARGE fire broke out # LornToday.", []),
        ("In sum: MAYOR ONLY Lorn.", []),
        ("So said Lorn Bears DT Tom Orr and the WBA & IBO.", ["Lorn Bears", "Tom Orr", "WBA", "IBO"]),
        ("It was Republican Olga Orr, not the Republican Study Committee.", ["Olga Orr", "Republican Study Committee"]),
        ("We met New York Republicans and Judges Tom Orr, Ann Lee.", ["New York", "Republicans", "Tom Orr", "Ann Lee"]),
        ("So Tom Orr-who left-wrote to @LORN_Brock of OSes.", ["Tom Orr"]),
        ("She led the National Republican Senate Committee in her Lorn SUV, says Ann Orr, MSc.", ["National Republican Senate Committee", "Lorn", "Ann Orr"]),
        ("Ann Orr-Lorn is in the Orr-Lorn deal, the Israel-Hamas war and Orr. So is Lorn.", ["Ann Orr-Lorn", "Orr", "Lorn", "Israel", "Hamas", "Orr", "Lorn"]),
        ("Safety Ann Lee met Lorn City Clerk Jinette Orr.", ["Ann Lee", "Lorn City", "Jinette Orr"]),
        ("So Lorn's Open Model List is at Ann's Open. The commissioner of Natural Resources left.", ["Lorn", "Open Model List", "Ann's Open"]),
        ("It was the National Marine Fisheries Service.", ["National Marine Fisheries Service"]),
        ("It left the Asia-Pacific region and the Writers Guild of America, 12 Lorn Ave, NW.", ["Asia-Pacific", "Writers Guild of America", "Lorn Ave"]),
        ("We met Saudi Arabian Oil Minister Tom Orr, Nigerian Oil Minister Ann Lee and the Energy Secretary.", ["Tom Orr", "Ann Lee"]),
        ("They had venous thromboembolism (VTE) and VTE again, in the (US) way.", ["US"]),
        ("Photo by Ann Lee/Getty Images in Lorn.", ["Ann Lee", "Getty Images", "Lorn"]),
        ("She left the crypt of Ely.", ["Ely"]),
        ("He does R&D at 20 Celsius, in Paper+Business, for Chinese CEOs and Navy SEALs.", ["Navy SEALs"]),
        ("So: Send Facebook Twitter Google+ Whatsapp Tumblr linkedin Digg reddit here.", []),
    ],
)  # fmt: skip
def test_names_are_rows_of_capitals_without_titles_and_days(
    article: Callable[..., Article], text: str, found: list[str]
) -> None:
    assert names(article(text)) == found


def test_a_word_that_opens_a_sentence_is_a_name_if_it_is_one_elsewhere(
    article: Callable[..., Article],
) -> None:
    told = article("Maduro spoke. Oil rose. We heard Maduro say that oil fell.")

    assert names(told) == ["Maduro", "Maduro"]


def test_a_word_mostly_written_small_is_no_name(article: Callable[..., Article]) -> None:
    assert names(article("The Embassy closed. That embassy is shut; the embassy moved.")) == []


def test_a_headline_names_only_who_is_known_from_the_text(
    article: Callable[..., Article],
) -> None:
    told = article(
        Block("heading", "Juan Guaidó Calls Armed Forces"), "Then we met Juan Guaidó at home."
    )

    assert names(told) == ["Juan Guaidó", "Juan Guaidó"]


def test_a_language_that_gives_all_nouns_a_capital_has_no_names(
    article: Callable[..., Article],
) -> None:
    assert names(article("Wir sahen das Haus der Frau Merkel.", language="de-AT")) == []
