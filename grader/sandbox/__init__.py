"""Backends that keep a worker from the rest of the machine, and the choice among them."""
