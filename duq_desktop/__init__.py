"""DUQ Desktop: people say how good their support is, against the Driving Up Quality Code.

The data flows one way: pack → session → sealed store → opened answers → summary → document or screen.
Each package below is one step of that way; ``shell`` joins them. The map is docs/architecture.md.
"""

__version__ = "0.1.0"
