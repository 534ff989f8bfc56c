def dobule(x):
    return 2 * x
