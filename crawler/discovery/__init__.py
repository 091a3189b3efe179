"""Ways of finding articles: each reads one kind of page and returns the links on it. No network, no state."""
