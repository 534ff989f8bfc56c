"""Grades solutions of ML-from-scratch problems with hidden checks, isolated, and tells the truth."""

__version__ = "0.1.0"
