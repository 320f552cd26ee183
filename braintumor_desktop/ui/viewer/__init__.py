"""The viewer: the image and, beside it, the overlay, moved and windowed together."""
