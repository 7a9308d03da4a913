"""The service a municipality runs: it orders sealed parcels, refuses what is not allowed, and can read nothing.

Imports the domain and the wire format only, never the rest of the program.
"""
