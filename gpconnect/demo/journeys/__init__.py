"""The journeys of the product, walked by a robot that only sees the windows."""
