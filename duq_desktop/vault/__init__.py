"""Keys, pass phrases and sealing. Knows no SQL and no screen."""
