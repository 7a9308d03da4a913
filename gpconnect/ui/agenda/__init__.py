"""The week of a site: half-days, what is still free, and what happens to a booking later."""
