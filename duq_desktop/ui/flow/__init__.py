"""How pages follow each other, whatever they are about: overlays, reading aloud."""
