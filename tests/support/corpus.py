"""A dozen articles in several languages for the contract tests of search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engines import make_article, put

if TYPE_CHECKING:
    from search.article import Article
    from search.engine import Engine

STRIKE = (
    "Dockers of Westhaven walked out over wages, said union leader Maria Okafor.\n"
    "The strike idles forty cranes and keeps twelve freighters from berthing at the terminal."
)
FLOOD = (
    "The river Lenne burst its banks near Altburg and flooded the market hall overnight.\n"
    "Mayor Jonas Brandt asked the army for boats and sandbags as the dam came under strain."
)

ARTICLES: tuple[Article, ...] = (
    make_article("a", STRIKE, title="Dockers walk out", source="Pilot", published="2024-05-02T08:00:00Z"),
    make_article("b", f"{STRIKE} Talks begin.", title="Strike idles Westhaven", source="Daily Tide",
         published="2024-05-02T18:30:00Z", authors=("Ana Vanessa",), tags=("sea power",), whole=False),
    make_article("c", FLOOD, title="Altburg under water", source="Pilot", published="2024-04-30"),
    make_article("d", f"{FLOOD} Rain is forecast.", title="Army boats for Altburg", published="2023-12-31"),
    make_article("e", "Whisk eggs and sugar, fold in flour, bake. Strike the bowl once.", title="A cake",
         source="Daily Tide", tags=("food",)),
    make_article("f", "Die Häuser am Fluss stehen leer. Das Haus des Müllers fiel.", title="Hochwasser",
         source="Elbe Bote", published="2024-05-01", language="de"),
    make_article("g", "Les sanctions visent le port. Une sanctionnée parle.", title="Le port",
         source="Le Quai", published="2024-05-03", language="fr"),
    make_article("h", "軍隊が港に入った。", title="港", source="Minato", published="2024-05-04", language="ja"),
    make_article("i", "Sanctions on the port were lifted; the sanctioned firm paid 1,500.25 dollars.",
         title="Port free again", source="The Pilot", published="2024-05-05", language="en-GB"),
    make_article("j", "대통령은 항구를 방문했다.", title="항구", published="2024-05-06", language="ko"),
)  # fmt: skip
EVERY = "abcdefghij"


def fill(engine: Engine) -> None:
    """Put all of them into an engine, in this order."""
    put(engine, *ARTICLES)
