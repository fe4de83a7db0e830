"""Words that are never used in a pass phrase or beside a fingerprint.

The four words of a fingerprint stand on the start page, before people whom some of these words were
used against or whom they would frighten. A word may not join or leave this list once a folder exists
anywhere: its four words on paper would change.
"""

from __future__ import annotations

_WORDS = """
abreast aliens antitoxic army ashamed backstab battle bully bullwhip cage cannon chokehold choking crazy
cruelly cruelness cruelty culprit dagger defraud despair despise disabled dork dropkick drown enslave
entrap evil fascism fool gag geek gore gory graveness graves graveyard groin handcuff harmful headless
headsman hurt imbecile immorally imprison islamic islamist jackknife jailbird jailbreak jailer jailhouse
jockstrap kick lunacy lustfully lustily lustiness lusty monstrous mortuary mute nanny nerd nutcase nutty
oaf obedience obedient occultist oppressed oppressor overkill pagan panic penknife poison police pope
prison probation punch punisher pureblood racism rage reshoot robbing savage scared scarily scariness
scarring scary scolding scorn seduce seducing shame shun sinner slam slapping smell stained stinking
stinky strangle strangely stranger suffocate swinger threaten tragedy trapped trash tribesman trump
unashamed undead underwear ungodly unisexual unlovable unloved unlovely unloving unmoral unrobed
unskilled unstable unwanted unworthy uselessly virus widow wound
"""
LEFT_OUT = frozenset(_WORDS.split())
