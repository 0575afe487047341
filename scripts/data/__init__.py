"""The facts of the site (docs/data/*.yml) as typed objects: read, checked against their schemas, never written.

Everything that shows a telephone number, a sentence or a source takes it from here, so that it is said once.
"""
