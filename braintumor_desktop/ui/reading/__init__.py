"""Read-first mode and its journal: the radiologist speaks before the model does.

:class:`~braintumor_desktop.ui.reading.read_first.ReadFirst` decides what is withheld and when it is
revealed; the form, what is revealed and the journal's window are its faces.  Everything that
touches the journal's file runs on workers, through ``JournalDesk``.
"""
