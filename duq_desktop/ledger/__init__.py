"""What the opener's side writes, as typed entries: pure, without a file and without a key."""
