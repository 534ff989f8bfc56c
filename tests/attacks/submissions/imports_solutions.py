# verdict: invalid
# says: No module named
import solutions
