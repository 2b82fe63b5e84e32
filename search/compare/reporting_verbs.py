"""Verbs of saying."""

from __future__ import annotations

SAYING = frozenset(
    "acknowledged added admitted adds admits admitting adding affirmed agreed agrees alleged "
    "announced announces announcing answered apologised apologized argued argues arguing asked "
    "asks asserted assured began begins believes boasted called charged cheered cited claimed claiming claims "
    "commented comments complained complains conceded concluded concludes condemned confessed "
    "confirmed confirms contended continued continues countered cried criticised criticized "
    "declared declares declaring demanded denied denies denounced described describes "
    "elaborated emphasised emphasized exclaimed explained explaining explains expressed feared "
    "hailed hinted indicated informed insisted insisting insists instructed joked laughed "
    "lamented lauded mentioned mused muttered noted notes noting observed observes ordered "
    "pleaded pledged pointed posted praised predicted proclaimed promised protested "
    "praising quipped quoted raged reads reasoned recalled recalls recommended reflected "
    "reiterated remarked remarks repeated replied reported reports responded responds "
    "retorted retweeted reveals revealed ruled said say saying says screamed shot shouted "
    "signalled snapped speculated stated states stating stressed stresses suggested suggesting "
    "suggests summarised summarized testified tells telling thanked told tweeted "
    "tweeting tweets urged urges vowed vows wailed warned warning warns whispered wondered "
    "writes writing wrote yelled".split()
)
"""Folded forms of verbs with which speech is reported."""
