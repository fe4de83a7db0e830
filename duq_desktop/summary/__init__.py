"""What people said, counted and side by side. Pure."""
