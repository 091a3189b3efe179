"""Page → article → sentences → facts, as pure functions: no network, no database, no files but its own data."""
