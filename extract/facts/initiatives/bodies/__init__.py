"""Where an initiative comes from: enterprises, schools and hospitals, as they are named and taken up."""
