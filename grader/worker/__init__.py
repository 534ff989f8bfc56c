"""What runs inside the sandbox.

This folder is shown there by itself and imported under a name of its own, so its modules import
nothing of ours but each other.
"""
