"""GPConnect: a youth worker's office hours inside the GP practice.

The rooms of the house, and what each may know, are described in CONTRIBUTING.md; every package's own
docstring records the decisions that were taken there and why.
"""

__version__ = "0.1.0"
