"""What is asked: the content pack, its loader, its checks, its pictures. Pure: no Qt, no database."""
