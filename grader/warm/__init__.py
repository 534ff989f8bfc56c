"""A per-user server that keeps libraries imported and zygotes ready between two grades.

It only ever makes a grade faster: without it, or where it dies at any moment, the command does the
same work by itself.
"""
