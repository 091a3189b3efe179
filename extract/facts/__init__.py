"""One module, or folder, per type of fact."""
