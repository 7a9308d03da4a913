"""One module per step, in the order that their `down_revision` tells."""
