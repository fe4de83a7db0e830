"""DUQ Desktop: people say how good their support is, against the Driving Up Quality Code.

The data flows one way: pack → session → sealed store → opened answers → summary → report or screen.
Each package below is one step of that way; ``app`` is the only place that joins them.
"""

__version__ = "0.1.0"
