"""Grammar over plain text: quotations, numbers, money, periods, abbreviations."""
