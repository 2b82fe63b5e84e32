"""Words too common to say what a text is about."""

from __future__ import annotations

from functools import cache

from search.text.fold import fold
from search.text.stem import stemmer

STOP_WORDS = frozenset(
    "a about above across after afterwards again against ago all almost along already also "
    "although always am amid among an and another any anyone anything are aren't around as at "
    "away back be became because become been before behind being below beside besides between "
    "beyond both but by came can can't cannot come could couldn't d did didn't do does doesn't "
    "doing don't done down during each either else enough even ever every everyone everything "
    "few for from further get gets getting give given go goes going gone got had hadn't has "
    "hasn't have haven't having he he'd he'll her here hers herself him himself his how however i "
    "i'd i'll i'm i've if in indeed instead into is isn't it it'll its itself just ll let like "
    "likely made make makes making many may maybe me meanwhile might mine more moreover most mr mrs ms much "
    "must my myself near nearly neither never nevertheless no nobody none nor not nothing now of "
    "off often oh on once one only onto or other others otherwise ought our ours ourselves out "
    "over own per perhaps put quite rather re really s said same saw say saying says see seem "
    "seemed seems seen several shall she she'd she'll should shouldn't since so some someone "
    "something sometimes still such t take taken than that the their theirs them themselves then "
    "there therefore these they they'd they'll they're they've this those though through "
    "throughout thus to together told too took toward towards under until up upon us ve very via "
    "was wasn't way we we'd we'll we're we've well went were weren't what whatever when where "
    "whether which while who whoever whole whom whose why will with within without won't would "
    "wouldn't yes yet you you'd you'll you're you've your yours yourself yourselves".split()
)
"""Folded English function words, and the verbs of saying that every report is full of."""

_ACRONYMS = frozenset({"us", "who"})


def is_stop(form: str, written: str, language: str | None = None) -> bool:
    """Tell whether a word says nothing by itself.

    Takes its folded form and how it is written: `us` and `who` are stop words, `US`, `U.S.` and
    `WHO` are not; a single letter is one, a single digit or a Chinese character is not. The
    words are those of the `language`, as for `stem`: Whoosh's lists, except for English.
    """
    rules = stemmer(language) if language else ""
    if not rules and "а" <= form[:1] <= "я":
        rules = "ru"
    if form in (_listed(rules) if rules else STOP_WORDS):
        return not (form in _ACRONYMS and written.isupper())
    return len(form) == 1 and form.isascii() and form.isalpha()


@cache
def _listed(language: str) -> frozenset[str]:
    from whoosh.lang.stopwords import stoplists  # noqa: PLC0415 - long, and seldom wanted

    return frozenset(map(fold, stoplists.get(language, ())))
