"""Chart geometry and patterns, for paper and screen alike. Pure."""
