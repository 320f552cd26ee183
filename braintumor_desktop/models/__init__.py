"""The networks, their registry, and the bundle in which a trained network travels."""
