"""The commands of ``braintumor-train``, a module each with the same names.

``NAME``, ``HELP``, ``add_arguments(parser)`` and ``run(options)``, which returns the exit status.
"""
