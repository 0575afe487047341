"""The built site in a real Chromium: what a reader meets.

A package, so that one browser serves all its modules and is closed before other tests run: playwright holds an event
loop open while it lives.
"""
