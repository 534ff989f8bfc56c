"""No function of its own at all."""

import functools
import operator

double = functools.partial(operator.mul, 2)
