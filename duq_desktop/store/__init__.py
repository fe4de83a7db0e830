"""The sealed inbox: one SQLite file through sqlite-utils, written by everybody, read by the opener.

``store``       ``Store``: set up, open, begin, come back, delete, unlock
``sitting``     ``Sitting``: seals one record at each Next
``opener``      ``Opener``: what the pass phrase allows
``opening``     reading everything back, and finding what is missing, added or damaged
``home``        the facts about this home that stand in clear
``backup``      copies, bringing one back, and reaching into them when something is deleted
``look_round``  a throw-away folder for looking round before set-up
``desk``, ``database``, ``schema``, ``rows``, ``faults``, ``folder``  the parts underneath
"""
