"""Thin Qt Widgets over the pure parts."""
