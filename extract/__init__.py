"""Page → article → sentences → facts, as pure functions: no network, no database, only our own data."""
