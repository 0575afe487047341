"""Tests of the reports; a package so that they share samples.py."""
