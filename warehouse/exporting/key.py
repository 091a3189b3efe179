"""The key of the pseudonyms: a file for its owner's eyes only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from warehouse.errors import WarehouseError

LEAST_KEY = 32
"""Characters a key must have: 128 bits in hexadecimal."""


def read_key(path: Path) -> bytes:
    """The key in a file; made, for its owner's eyes only, where there is none.

    Raises:
        WarehouseError: the file cannot be read or made, or holds too short a key.
    """
    try:
        if not path.exists():
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_hex(32) + "\n")
        key = path.read_bytes().strip()
    except OSError as error:
        reason = f"the key of the pseudonyms cannot be read or made ({error.strerror})"
        raise WarehouseError(path, reason, "Name a file with --key") from error
    if len(key) < LEAST_KEY:
        reason = f"a key of pseudonyms needs at least {LEAST_KEY} characters"
        raise WarehouseError(path, reason, "Take the file away and a new key is made")
    return key
