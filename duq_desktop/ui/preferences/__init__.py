"""How I like it: what one person chooses, put on the window, kept and carried."""
