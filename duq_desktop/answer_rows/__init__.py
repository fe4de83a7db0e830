"""Opened answers as rows: typed tables, how a session fills them, and the SQL that counts."""
