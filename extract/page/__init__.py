"""From the raw bytes of a page to its article: decoding, layout, what markup says, what is trimmed away."""
