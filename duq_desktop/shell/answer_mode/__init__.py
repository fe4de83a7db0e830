"""Handing this computer over: the way to its set-up for a day, and one person after the other at it."""
