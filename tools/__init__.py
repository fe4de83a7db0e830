"""Tools of the makers, not shipped."""
