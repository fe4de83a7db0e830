"""The sealed store: SQLite through sqlite-utils. Everything written here is sealed first."""
