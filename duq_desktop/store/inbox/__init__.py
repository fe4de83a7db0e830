"""What was answered: sittings written without being read, and read once unlocked."""
