"""Words that stand before a name and are no part of it."""

from __future__ import annotations

TITLES = frozenset(
    "admiral adm ambassador archbishop attorney ayatollah baron baroness bishop brigadier capt "
    "captain cardinal ceo chairman chairwoman chancellor col colonel commander commissioner "
    "comrade congressman congresswoman congresswomen congressmen councillor councilman councilwoman count countess dame "
    "detective director doctor dr duchess duke emperor envoy fr gen gov governor imam inspector judge lady "
    "leader lieutenant lord lt maj mayor minister mr mrs ms mullah officer pastor pope premier president "
    "prince princess prof professor queen rabbi rep representative rev reverend secretary sen "
    "senator sergeant sgt sheikh sheriff sir spokesman spokesperson spokeswoman sultan "
    "superintendent treasurer whip".split()
)
"""Folded words that, before a name, say what its bearer is."""

BEFORE_TITLES = frozenset(
    "acting assistant associate chief defence defense deputy ex executive finance first foreign former "
    "general health home interim interior junior justice lord major majority managing minority prime senior trade under "
    "vice".split()
)
"""Folded words that belong to the title which follows them."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december mon tue tues wed thu thur thurs fri sat "
    "sun jan feb mar apr jun jul aug sep sept oct nov dec christmas easter".split()
)
"""Folded names of days, which aren't told as names."""

PARTICLES = frozenset(
    "al ap bin ibn bint da dal das de del della den der di do dos du el la las le los ten ter van "
    "von zu".split()
)
"""Folded small words within a name: `Nicolás Maduro de Caracas`, `Ursula von der Leyen`."""

HEADS = frozenset(
    "academy agency army assembly association authority bank bay board bureau cape castle centre "
    "center chamber church city cathedral club coast college commission committee confederation "
    "congress conference convention council county court department district division duchy "
    "emirate empire falls federation force forces foundation fund game games gulf hall house "
    "institute institution isle isles journal kingdom league library lords ministry "
    "mount museum office order organisation organization palace parliament party people plains "
    "province republic school sea secretary senate society state states statue strait straits temple theatre "
    "theater tower treaty tribunal union university war wars world".split()
)
"""Folded words after which `of` goes on with the same name: the Bank of England."""
