def double(x):
    return "café"
