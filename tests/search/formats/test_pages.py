"""Pages in other shapes: what is told, and what is boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from search.article import ArticleId
from search.formats import read_article

if TYPE_CHECKING:
    from search.article import Article


def read(text: str, path: str = "page.txt") -> Article:
    return read_article(text.encode(), path, ArticleId("0" * 16))


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text[:24]) for block in article.blocks]


NAVIGATION = "\n".join(
    ["Skip to main content", "Menu", "Home", "News", "Harbour Cam", "Ferries", "Tides", "Sport"]
    * 30
)
ENGLISH = f"""{NAVIGATION}

Harbour bridge reopens after two years of repairs

Traffic returned at dawn, though lorries must wait until spring

By Maria Lindqvist and Tom O'Hara

Published 3 March 2019 at 06:15 GMT | Updated 4 March 2019

Share

Facebook

The bridge at dawn on Sunday. (Photo by Ann Ray/Reuters)

The harbour bridge reopened to cars on Sunday after two years of repairs that cost the city
"""
ENGLISH = ENGLISH.rstrip() + (
    " almost twice what was planned.\n\n"
    "Engineers told reporters that the northern span, which had rusted badly, was now safe.\n\n"
    "Advertisement\n\n"
    "Who pays\n\n"
    "The council said it would borrow most of the money and raise the toll by a tenth from May.\n\n"
    "“We could not have waited any longer,” said the mayor.\n\n"
    "Read more: Ferry company asks for compensation\n\n"
    "Lorries over twelve tonnes are still sent round by the old road, which passes two schools.\n\n"
    "Related stories\n\n"
    "Ferry company asks for compensation\n\n"
    "Toll to rise by a tenth, council says\n\n"
    "Leave a comment\n\n"
    "I drove across this morning and it was lovely, well done to all the workers who did it.\n\n"
    "Sign up for our newsletter and get the harbour news delivered to your inbox every day.\n\n"
    "© 2019 The Seattle Times. All rights reserved.\n"
)


def test_a_page_that_begins_with_hundreds_of_links() -> None:
    article = read(ENGLISH)
    assert article.title == "Harbour bridge reopens after two years of repairs"
    assert article.source == "The Seattle Times"
    assert article.authors == ("Maria Lindqvist", "Tom O'Hara")
    assert article.published == "2019-03-03T06:15:00+00:00"
    assert article.updated == "2019-03-04"
    assert [k for k in kinds(article) if k[0] != "boilerplate"] == [
        ("lead", "Traffic returned at dawn"),
        ("caption", "The bridge at dawn on Su"),
        ("paragraph", "The harbour bridge reope"),
        ("paragraph", "Engineers told reporters"),
        ("heading", "Who pays"),
        ("paragraph", "The council said it woul"),
        ("paragraph", "“We could not have waite"),
        ("paragraph", "Lorries over twelve tonn"),
    ]


def test_the_same_page_with_windows_line_ends_in_utf_16() -> None:
    data = b"\xff\xfe" + ENGLISH.replace("\n", "\r\n").encode("utf-16-le")
    plain = read(ENGLISH)
    wide = read_article(data, "page.txt", ArticleId("0" * 16))
    assert wide == plain


def test_a_page_with_one_line_a_paragraph_and_no_blank_lines() -> None:
    article = read("\n".join(line for line in ENGLISH.split("\n") if line))
    assert article.title == "Harbour bridge reopens after two years of repairs"
    assert ("heading", "Who pays") in kinds(article)
    assert ("boilerplate", "Leave a comment") in kinds(article)


def test_a_french_page() -> None:
    article = read(
        "Aller au contenu\nAccueil\nPolitique\nÉconomie\nS'abonner\n\n"
        "Le pont du port rouvre après deux ans de travaux\n\n"
        "Par Élodie Martin et Jean-Luc Dubois\n\n"
        "Publié le 3 mars 2019 à 07h15, mis à jour le 4 mars 2019 à 09h00\n\n"
        "Le pont du port a rouvert dimanche aux voitures après deux ans de travaux qui ont coûté "
        "à la ville près du double de ce qui était prévu.\n\n"
        "Lire aussi : La compagnie des ferries demande une indemnité\n\n"
        "Les ingénieurs ont assuré que la travée nord, très rouillée, était désormais sûre et que "
        "les poids lourds pourraient passer au printemps.\n\n"
        "Abonnez-vous à notre newsletter pour ne rien manquer de l'actualité.\n\n"
        "© Le Monde. Tous droits réservés.\n"
    )
    assert article.title == "Le pont du port rouvre après deux ans de travaux"
    assert article.source == "Le Monde"
    assert article.authors == ("Élodie Martin", "Jean-Luc Dubois")
    assert (article.published, article.updated) == ("2019-03-03", "2019-03-04")
    assert [b.text[:12] for _, b in article.story] == ["Le pont du p", "Les ingénieu"]


def test_a_german_page() -> None:
    article = read(
        "Zum Inhalt springen\nStartseite\nPolitik\nWirtschaft\nAnmelden\n\n"
        "Hafenbrücke nach zwei Jahren wieder offen\n\n"
        "Von Karin Schäfer\n\n03.03.2019, 07:15 Uhr\n\n"
        "Die Hafenbrücke ist am Sonntag nach zwei Jahren Bauzeit wieder für Autos freigegeben "
        "worden, die Kosten haben sich fast verdoppelt.\n\n"
        "Nach Angaben der Ingenieure ist der nördliche Bogen, der stark verrostet war, nun sicher, "
        "und im Frühjahr sollen auch Lastwagen wieder fahren.\n\n"
        "Bild: Anna Roth/dpa\n\n"
        "Mehr zum Thema\n\nAlle Rechte vorbehalten. Süddeutsche Zeitung\n"
    )
    assert article.title == "Hafenbrücke nach zwei Jahren wieder offen"
    assert article.source == "Süddeutsche Zeitung"
    assert article.authors == ("Karin Schäfer",)
    assert article.published == "2019-03-03"
    assert [b.kind for _, b in article.story] == ["paragraph", "paragraph"]
    assert ("boilerplate", "Bild: Anna Roth/dpa") in kinds(article)


def test_a_spanish_page_known_by_its_address() -> None:
    article = read(
        "https://elpais.com/internacional/2019/03/03/puente-puerto-reabre.html\n\n"
        "Inicio\nPolítica\nSuscríbete\n\n"
        "El puente del puerto reabre tras dos años de obras\n\n"
        "Por Lucía Fernández\n\n"
        "El puente del puerto reabrió el domingo al tráfico tras dos años de obras que costaron a "
        "la ciudad casi el doble de lo previsto.\n\n"
        "Los ingenieros aseguraron que el tramo norte, muy oxidado, ya es seguro y que los "
        "camiones podrán pasar en primavera.\n\n"
        "Lo más leído\n\nLa compañía de transbordadores pide una indemnización\n"
    )
    assert article.title == "El puente del puerto reabre tras dos años de obras"
    assert (article.source, article.published) == ("El País", "2019-03-03")
    assert article.authors == ("Lucía Fernández",)
    assert article.evidence["published"] == "url"
    assert [b.kind for _, b in article.story] == ["paragraph", "paragraph"]


def test_an_outlet_that_only_the_story_names_is_no_source() -> None:
    article = read(
        "Minister denies plan to sell the railway\n\n"
        "The minister told Reuters on Monday that no plan to sell the railway had ever existed.\n\n"
        "The Washington Post reported last week that three buyers had been approached in secret.\n\n"
        "A spokesman repeated the denial to CNN. (Photo by AFP/Getty Images)\n"
    )
    assert (article.source, article.published, article.authors) == (None, None, ())


def test_two_outlets_named_as_often_are_no_source() -> None:
    story = (
        "The council met on Monday and decided after long debate to close the old bridge.\n\n" * 3
    )
    assert read(f"Bridge to close\n\n{story}© The Guardian\n\n© Le Monde\n").source is None


def test_the_day_of_a_caption_is_no_day_of_publication() -> None:
    article = read(
        "Bridge closes for repairs\n\n"
        "Workers on the bridge in Lima, Peru, April 13, 2019. (Photo by Reuters)\n\n"
        + "The council met on Monday and decided after long debate to close the old bridge.\n\n"
        * 3
    )
    assert article.published is None
    assert article.blocks[0].kind == "caption"


def test_a_sentence_about_newsletters_and_cookies_stays_in_the_story() -> None:
    story = (
        "The company said on Monday that its newsletter had lost half of its subscribers in May.\n\n"
        "Regulators fined the firm for setting cookies on the phones of children without consent.\n\n"
        "“Please share this with your readers,” the minister said to the editors in the room.\n\n"
        "Twitter and Facebook declined to comment on the plan to register every account by June.\n"
    )
    article = read(f"Regulators fine publisher over cookies\n\n{story}")
    assert {block.kind for block in article.blocks} == {"paragraph"}


def test_a_text_wrapped_by_hand_is_joined_again() -> None:
    article = read(
        "Harbour bridge reopens\n\n"
        "The harbour bridge reopened to cars on Sunday after two years of repairs\n"
        "that cost the city almost twice what was planned, and engineers said it\n"
        "was safe for at least another half a century of use.\n\n"
        "Lorries over twelve tonnes are still sent round by the old road, which\n"
        "passes two schools and a hospital, and many parents are angry about it.\n"
        "They plan to march on the town hall.\n"
    )
    assert article.title == "Harbour bridge reopens"
    assert [b.kind for b in article.blocks] == ["paragraph", "paragraph"]
    assert article.blocks[1].text.endswith("about it. They plan to march on the town hall.")


def test_a_list_announced_by_a_colon() -> None:
    filler = "The council met on Monday and decided after long debate to close the old bridge.\n\n"
    article = read(
        f"What the council decided\n\n{filler}The plan in short:\n\nA new bridge by 2025\n"
        f"A ferry until then\nNo toll for residents\n\n{filler}{filler}"
    )
    assert [b.text for b in article.blocks if b.kind == "list"] == [
        "A new bridge by 2025",
        "A ferry until then",
        "No toll for residents",
    ]


def test_a_few_short_lines_are_all_story() -> None:
    article = read("Fog\n\nThe fog comes\non little cat feet.\n")
    assert [block.kind for block in article.blocks if block.kind == "boilerplate"] == []


def test_pages_end_paragraphs() -> None:
    paragraph = "The council met on Monday and decided after long debate to close the old bridge"
    article = read(f"Bridge to close\n\n{paragraph} now.\f{paragraph} later.\f{paragraph} never.")
    assert [b.text.rpartition(" ")[2] for b in article.blocks] == ["now.", "later.", "never."]


def test_a_chinese_page() -> None:
    article = read(
        "首页\n新闻\n\n海港大桥历时两年维修后重新开放\n\n2019年3月3日\n\n"
        "海港大桥周日在历时两年的维修后重新向汽车开放,费用几乎是原计划的两倍,市政府表示将通过借款支付大部分费用。\n\n"
        "工程师表示,锈蚀严重的北段现已安全,货车预计将于今年春季恢复通行,目前仍须绕行经过两所学校的旧路。\n"
    )
    assert article.title == "海港大桥历时两年维修后重新开放"
    assert article.published == "2019-03-03"
    assert [b.kind for _, b in article.story] == ["paragraph", "paragraph"]


TALE = (
    "The ferry sank on Sunday in the harbour, and all who were on board were saved by two boats.\n\n"
    "Nobody could say on Monday why a ship of that age had been allowed to leave in such a gale.\n\n"
    "The company that runs it said that it would not speak before the police had ended their work.\n"
)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("Accessed 9 October 2024\n8 September 2023", "2023-09-08"),
        ("Accessed:\n9 October 2024\nPublished:\n8 September 2023", "2023-09-08"),
        ("Saved on 9 October 2024", None),
        ("Event date: 9 October 2024", None),
        ("September 8, 2023Updated September 9, 2023", "2023-09-08"),
    ],
)
def test_only_a_day_of_publication_is_one(head: str, published: str | None) -> None:
    article = read(f"Ferry sinks in the harbour\n\nBy Jane Doe\n\n{head}\n\n{TALE}")
    assert article.published == published
    assert article.authors == ("Jane Doe",)


def test_the_head_of_an_electronic_book_is_none_of_its_text() -> None:
    article = read(
        "The Project Gutenberg eBook of The Harbour Mail\n\nAuthor: Various\n\n"
        "Release date: March 4, 2005 [eBook #123]\nMost recently updated: May 1, 2021\n\n"
        "*** START OF THE PROJECT GUTENBERG EBOOK THE HARBOUR MAIL ***\n\n"
        f"Ferry sinks in the harbour\n\n{TALE}"
    )
    assert (article.published, article.updated, article.authors) == (None, None, ())


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe Transport correspondent",
        "Jane Doe @janedoe",
        "Jane Doe (@janedoe)",
        "By Jane Doe, editor",
        "Jane Doe\nTransport correspondent",
        "May 3, 2019By Jane Doe",
    ],
)
def test_a_name_with_its_office_or_its_handle_signs(line: str) -> None:
    article = read(f"Ferry sinks in the harbour\n\n{line}\n\n{TALE}")
    assert article.authors == ("Jane Doe",)
    assert not set(line.split("\n")) & {block.text for _, block in article.story}


def test_the_outlet_at_the_end_of_the_title_is_the_source() -> None:
    article = read(f"Ferry sinks in the harbour - BBC News\n\n8 September 2023\n\n{TALE}")
    assert (article.title, article.source) == ("Ferry sinks in the harbour", "BBC News")
    assert article.evidence["source"] == "text: line 1 (end of the title)"


def test_a_teaser_between_headline_and_byline_is_no_lead() -> None:
    story = "".join(
        f"The council of {name} voted to keep the {name} ferry and its {name} harbour open.\n\n"
        for name in (a + b + "burgh" for a in "Alt Bel Cor Dun Eth".split() for b in ASIDE)
    )
    head = (
        "Home\nNews\n\nCouncils vote to keep their ferries\n\n{}\n\nBy Ida Holm\n4 March 2021\n\n"
    )
    teaser = "Singer cancels stadium concerts after falling from stage"
    assert ("boilerplate", teaser[:24]) in kinds(read(head.format(teaser) + story))
    lead = "Altonburgh and its neighbours are to pay for new boats and piers"
    assert ("lead", lead[:24]) in kinds(read(head.format(lead) + story))


ASIDE = "on am ir es ul ox".split()


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("By HarbourLab\n\nPublished on 3 March 2019", ("HarbourLab",)),
        ("3 March 2019 / Maria Lindqvist", ("Maria Lindqvist",)),
        ("Maria Lindqvist\n\nHarbour Pier Historian\n\nMar 3, 2019", ("Maria Lindqvist",)),
        ("Maria LindqvistMar 3, 20195757 Shares97579 Views", ("Maria Lindqvist",)),
        ("The Guardian - Maria Lindqvist - March 3, 2019", ("Maria Lindqvist",)),
        ("By Maria Lindqvist, BBC Transport Correspondent\n\nMar 3, 2019", ("Maria Lindqvist",)),
        ("Photo Essay\n\nMar 3, 2019", ()),
        ("By\n\nHarbour Level Media", ("Harbour Level Media",)),
        ("Maria Lindqvist · Harbour News · Posted: Mar 3, 2019 8:25 AM", ("Maria Lindqvist",)),
        (
            "Maria Lindqvist and Tom O'Hara in New York\n\nSun 3 March 2019",
            ("Maria Lindqvist", "Tom O'Hara"),
        ),
    ],
)
def test_authors_beside_a_date(head: str, authors: tuple[str, ...]) -> None:
    article = read(ENGLISH.replace("By Maria Lindqvist and Tom O'Hara", head))
    assert article.authors == authors


def test_a_byline_far_from_the_headline_stands_right_above_the_story() -> None:
    teasers = "\n\n".join(f"Ferry {n} sails again" for n in range(20))
    page = ENGLISH.replace("By Maria Lindqvist", f"{teasers}\n\nBy Maria Lindqvist")
    page = page.replace("Share\n\nFacebook\n\n", "")
    assert read(page).authors == ("Maria Lindqvist", "Tom O'Hara")


def test_the_office_of_an_author_is_no_headline() -> None:
    page = ENGLISH.replace(
        "By Maria Lindqvist and Tom O'Hara", "Maria Lindqvist\n\nHarbour bridge historian"
    )
    assert read(page).title == "Harbour bridge reopens after two years of repairs"


def test_what_stands_in_a_story_again_and_again_is_no_heading() -> None:
    said = [
        f"The pier was closed for a {nth} winter, and nobody was told why.\n\n"
        for nth in ("first", "second", "third", "fourth")
    ]
    page = ENGLISH.replace(
        "Who pays\n\n", "Harbour Pictures\n\n".join(["", *said]) + "Who pays\n\n"
    )
    found = {block.text: block.kind for block in read(page).blocks}
    assert (found["Harbour Pictures"], found["Who pays"]) == ("boilerplate", "heading")


def test_numbered_references_are_no_part_of_a_story() -> None:
    notes = "Footnotes\n\n[1] Harbour Board, Minutes of the tenth of May, page twelve, which are kept in the town.\n\n[2] The same, page fourteen, where the bridge is named.\n\n"
    page = ENGLISH.replace("Related stories", f"{notes}Related stories")
    told = " ".join(block.text for _, block in read(page).story)
    assert "two schools" in told
    assert "Footnotes" not in told
    assert "page twelve" not in told


def test_who_wrote_it_is_said_below_and_is_no_part_of_the_story() -> None:
    about = "Maria Lindqvist\n\nMaria is a harbour reporter, and has written of ships and of those who build them for years.\n\n"
    page = ENGLISH.replace("Related stories", f"{about}Related stories")
    assert not any("Maria" in block.text for _, block in read(page).story)


def test_a_line_below_the_byline_with_a_byline_of_its_own_is_no_lead() -> None:
    teased = ENGLISH.replace(
        "Traffic returned at dawn, though lorries must wait until spring\n\n", ""
    ).replace(
        "Share\n", "Latest\n\nThe mayor says the harbour bridge was worth it\n\nBy: Jo Ray\n", 1
    )
    assert "The mayor says the harbour bridge was worth it" not in [
        block.text for block in read(teased).blocks if block.kind != "boilerplate"
    ]


def test_who_wrote_it_between_the_lead_and_the_story_is_no_part_of_either() -> None:
    told = (
        "The harbour bridge reopened to cars on Sunday after two years of repairs that cost the city "
        "almost twice what was planned, and the ferries that had stood in for it were laid up."
    )
    page = "\n\n".join(
        [
            "The harbour bridge is open again",
            "After two years of repairs the harbour bridge is open to cars, and the ferries are laid up.",
            "Maria Lindqvist",
            "Transport reporter @marialindqvist",
            "Sunday 3 March 2019 06:15, UK",
            told,
            told.replace("bridge", "tunnel"),
        ]
    )
    article = read(page)
    pictured = read(
        page.replace("Transport reporter @", "The Mayor\nPhoto: Ann Ray/Reuters\n\nReporter @")
    )
    assert ("caption", "The Mayor") in kinds(pictured)
    assert article.authors == ("Maria Lindqvist",)
    assert [k for k, _ in kinds(article) if k != "boilerplate"] == [
        "lead", "paragraph", "paragraph",
    ]  # fmt: skip


def test_a_line_that_says_the_title_again_is_no_lead() -> None:
    again = ENGLISH.replace(
        "Harbour bridge reopens after two years of repairs\n",
        "TrafficHarbour bridge reopens after two years of repairs\n\n"
        "Harbour bridge reopens after two years of repairs\n",
        1,
    )
    leads = [block.text for block in read(again).blocks if block.kind == "lead"]
    assert leads == ["Traffic returned at dawn, though lorries must wait until spring"]


def test_works_cited_at_the_end_are_boilerplate() -> None:
    cited = (
        "Holm I, Ray A, Berg T, et al. Salt and steel in northern harbours. J Bridges. 2019;12(3):45-61. doi:10.1000/1",
        "Berg T, Holm I. How ferries are laid up for the winter in the north. Harb Eng. 2018;4:11-19.",
        "City of Lund. Tolls on bridges.",
    )
    page = ENGLISH.replace("Related stories", "\n\n".join((*cited, "Related stories")), 1)
    told = [block.text for _, block in read(page).story]
    assert not {*cited} & {*told}
    one = ENGLISH.replace("Related stories", f"{cited[0]}\n\nRelated stories", 1)
    assert cited[0] in [block.text for _, block in read(one).story]


TOLD_TWICE = (
    "The harbour bridge reopened to cars on Sunday after two years of repairs that cost the city almost"
    " twice what was planned.\n\nEngineers told reporters that the northern span, which had rusted badly,"
    " was now safe, and that lorries must wait."
)


@pytest.mark.parametrize(
    ("head", "authors", "published", "updated"),
    [
        ("AFP | Updated: Nov 14, 2022, 09:10 GMT", (), None, "2022-11-14T09:10:00+00:00"),
        ("dpa, 14.11.2022 - 09:10 Uhr | aktualisiert: 15.11.2022", (), "2022-11-14", "2022-11-15"),
        ("Reuters | By Karin Dahl\n\nNov 14, 2022", ("Karin Dahl",), "2022-11-14", None),
        ("By\nKarin Dahl\nand\nSven Olsson\n\nNov 14, 2022", ("Karin Dahl", "Sven Olsson"), "2022-11-14", None),
        ("By\n\nKarin Dahl,\n\nSven Olsson\n\nNov 14, 2022", ("Karin Dahl", "Sven Olsson"), "2022-11-14", None),
        ("By Karin Dahl (@karindahl)\n\n14 November 2022", ("Karin Dahl",), "2022-11-14", None),
        ("Karin Dahl Business reporter, BBC News\n\n14 November 2022", ("Karin Dahl",), "2022-11-14", None),
        ("Getty Images\n14 November 2022", (), "2022-11-14", None),
        ("Saved to Pocket on 9 December 2023", (), None, None),
        ("14 Kasım 2022", (), "2022-11-14", None),
    ],
)  # fmt: skip
def test_lines_below_a_headline(
    head: str, authors: tuple[str, ...], published: str | None, updated: str | None
) -> None:
    article = read(
        f"Home\nNews\nSport\n\nHarbour bridge is open\n\n{head}\n\n{TOLD_TWICE}\n\nShare\n"
    )
    assert article.title == "Harbour bridge is open"
    assert (article.authors, article.published, article.updated) == (authors, published, updated)


def test_an_outlet_behind_an_angle() -> None:
    article = read(f"Harbour bridge is open « Reuters\n\n14 November 2022\n\n{TOLD_TWICE}\n")
    assert (article.title, article.source) == ("Harbour bridge is open", "Reuters")
