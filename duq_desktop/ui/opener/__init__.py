"""Setting up, unlocking and what people said: the ways between the opener's pages."""
