"""Figures behind the claims of README: each module measures one thing and returns rows to print."""
