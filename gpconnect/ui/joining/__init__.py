"""The first time: a profile, a code, six digits, and everything that comes in after that."""
