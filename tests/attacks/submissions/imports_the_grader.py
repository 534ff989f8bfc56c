# verdict: invalid
# says: No module named 'grader'
import grader.bank
