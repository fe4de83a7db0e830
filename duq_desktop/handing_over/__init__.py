"""Handing this computer over: how it is set up for a day, and one person after the other at it."""
