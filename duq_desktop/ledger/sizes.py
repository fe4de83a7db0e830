"""Sizes of entries in bytes, for whoever needs no more of them."""

from __future__ import annotations

ATTEMPTS_BYTES = 192
"""The size of every count of failed attempts."""
