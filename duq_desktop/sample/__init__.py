"""Made-up sessions, plainly labelled, given through the same pages and the same sealed inbox as real ones."""
