"""The composition root of the window: the command, the inference process, logging without names.

Builds the objects, hands each what it needs, and starts the event loop.
"""
