"""Starts Orca as the only one here. A script for the system's Python.

The command ``orca`` will not run beside another Orca of the same account, or with ``--replace`` kills it:
that one may be how somebody at this computer works. So this starts it under another process name.
"""

import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from orca import orca  # noqa: E402 - Gdk's version must be settled first

orca.getSettingsManager().activate(None, {})
sys.exit(orca.main())
