"""What is seen: the window, its panels, the viewer, and the session that they ask for things.

Widgets receive what they need and hear back through the session's signals; none of them decodes,
infers or touches a tensor.  Work runs on :mod:`braintumor_desktop.ui.workers`.
"""
