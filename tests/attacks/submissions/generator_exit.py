# verdict: failed
# outcomes: raised raised failed
# says: GeneratorExit
def double(x):
    raise GeneratorExit
