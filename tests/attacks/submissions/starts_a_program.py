# verdict: failed
# outcomes: raised raised failed
# says: PermissionError
import subprocess


def double(x):
    subprocess.run(["sh", "-c", "true"], check=True)
    return 2 * x
