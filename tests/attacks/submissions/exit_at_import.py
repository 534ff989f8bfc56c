# verdict: invalid
# says: ended the process
import sys

sys.exit(0)
