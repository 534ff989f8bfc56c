"""From the answers of a failed grade to the known mistake that gives the same ones."""
