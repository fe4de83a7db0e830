"""Copies of the database file: backups beside it and outside, and deletion that reaches them."""
