"""Vandaag: the half-day as it goes, and what waits for somebody."""
