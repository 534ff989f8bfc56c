"""The author's gate: shows that a problem's checks pass what is right and fail what is wrong."""
