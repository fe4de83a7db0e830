"""What this computer offers and keeps: its sticks, its memory, its files, its day."""
