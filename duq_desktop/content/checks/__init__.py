"""Checking a pack: everything that is wrong with a folder, as lines its maker can act on."""

from __future__ import annotations

from duq_desktop.content.checks.folder import check_set
from duq_desktop.content.checks.report import Report
from duq_desktop.content.checks.whole import check_pack

__all__ = ["Report", "check_pack", "check_set"]
