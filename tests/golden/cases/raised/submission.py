def double(x):
    scale = {"two": 2}
    return x * scale["tow"]
