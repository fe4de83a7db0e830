"""Sizes of what is sealed, in bytes. Apart, so that who looks at a file need not bring in what seals."""

from __future__ import annotations

KEY_BYTES = 32
ENVELOPE_BYTES = 320
SEALED_KEY_BYTES = ENVELOPE_BYTES + 48
"""Size of a sealed sitting key on disk: one size, whatever the stream (libsodium adds 48 bytes)."""
LINK_BYTES = 32
MARK_BYTES = 32
"""Of what stands in clear for a sitting's key."""
