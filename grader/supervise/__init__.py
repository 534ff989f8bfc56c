"""The grader's side of a worker: starts it, asks it, measures it and ends it."""
