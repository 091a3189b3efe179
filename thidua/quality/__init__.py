"""What the figures are worth: calibration of confidence, precision on other news, comparison with others."""
