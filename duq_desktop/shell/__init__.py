"""Composition: the app's life cycle, its language, late imports, answer mode."""
