"""The language itself: normal form, lower case, tokens, sentences, underthesea as a second voice."""
