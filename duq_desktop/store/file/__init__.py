"""The database file: its folder, its connection, its tables, what can go wrong with it."""
