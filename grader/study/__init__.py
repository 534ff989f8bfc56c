"""The study sheet of a problem: reference, notes, mistakes, follow-ups and pictures in one."""
