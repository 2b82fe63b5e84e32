"""Words that say what a person is or does, and words that go with them."""

from __future__ import annotations

from search.compare.names.titles import BEFORE_TITLES, TITLES

ROLES = TITLES | frozenset(
    "accountant activist actor actress adviser advisor agent aide ally analyst anchor "
    "anthropologist archaeologist architect artist assemblyman assemblywoman astronaut "
    "astronomer athlete author banker billionaire biologist blogger boss boxer "
    "broadcaster broker brother businessman businesswoman campaigner candidate caretaker "
    "cartoonist ceo challenger champion chef chemist chief chieftain clergyman cleric coach "
    "cofounder columnist comedian commentator composer consultant contractor coordinator "
    "coroner correspondent counsel criminologist critic curator dancer daughter deputy "
    "designer developer dictator diplomat director dissident driver economist editor "
    "engineer entrepreneur epidemiologist executive expert farmer father fighter figure "
    "filmmaker firefighter founder frontman frontrunner fugitive geologist goalkeeper "
    "guerrilla guitarist hacker head heir historian host husband industrialist "
    "instructor investigator investor journalist jurist justice king laborer labourer "
    "lawmaker lawyer leader lecturer legislator lobbyist magistrate magnate "
    "manager mathematician member mentor militant minister missionary model moderator "
    "mogul monarch mother musician negotiator neighbour neighbor neurologist nominee novelist nurse "
    "official opponent organiser organizer owner painter parliamentarian partner "
    "passenger patriarch patron performer philanthropist philosopher photographer physician "
    "physicist pilot player playwright poet politician prelate presenter preacher "
    "prisoner producer programmer promoter prosecutor protester psychiatrist psychologist "
    "publisher publicist pundit quarterback racer rapper rebel "
    "refugee reporter republican democrat researcher resident rival ruler scholar "
    "scientist screenwriter sculptor seaman shareholder singer sister skipper "
    "socialist sociologist socialite soldier solicitor son songwriter specialist star "
    "statesman strategist striker strongman student successor surgeon survivor suspect "
    "teacher teammate technician technologist tenor trainer tycoon "
    "undersecretary usurper veteran victim volunteer warlord whistleblower widow "
    "wife winner witness worker wrestler writer zoologist".split()
)
"""Folded nouns for a person, besides `TITLES`."""

MODIFIERS = BEFORE_TITLES | frozenset(
    "accused affairs alleged ambitious appointed army arrested bank beloved breakaway business "
    "campaign cabinet centrist charismatic church civil club co communications community company "
    "congressional conservative controversial convicted current dead designate detained "
    "disgraced disputed elected election embattled emeritus ethnic executive exiled "
    "fellow female film financial football fugitive global government governing hardline "
    "house human ill impeached imprisoned incoming incumbent independent industry "
    "intelligence international jailed killed late law left legal lead long longtime male "
    "managing military missing movement music national navy net new newly news next "
    "nominated notorious office oil old once one opposition ousted outgoing parliament "
    "parliamentary party police policy pop populist powerful press pretend previous private "
    "pro public puppet rebel regime regional research retired right rights ruling science "
    "security self senior so social special spiritual state strongman student "
    "supreme team technology television tennis top trade transition transitional tribal tv "
    "two union university us uk un veteran wanted war world young youth".split()
)
"""Folded words that stand before a role as part of it; any word joined by a hyphen does, too."""

ADJECTIVES = ("al", "an", "ant", "ar", "ary", "ent", "ese", "ic", "ish", "ist", "ive", "ous")
"""Endings of words that may stand before a role."""
