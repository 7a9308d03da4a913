"""*Overdrachten*: warm handovers, from asking to the receiver's confirmation."""
