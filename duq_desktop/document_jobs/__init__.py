"""Papers on their way out: what each PDF is made of, and who makes it, in which process."""
