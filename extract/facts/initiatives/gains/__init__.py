"""What an initiative gained in money: in its clause, in the sentences that go on about it, or in turn."""
