"""The command line: ``braintumor-predict`` builds the objects and speaks in the terminal.

It stands beside the window, on the same floors, and imports no Qt.
"""
