"""Hidden checks of the training loop that acts on ticks.

The oracle is gradient descent written out in float64 on models small enough for it: a linear one,
alone or behind a layer whose output is known. Where ticks are not the subject, the last step is on
one, and steps and epochs are not read from the records, so that one mistake costs few checks.
"""

import math
import posixpath

import numpy as np
import pytest

from grader.checks import (
    CheckFailure,
    Text,
    assert_close,
    assert_number,
    describe,
    excuse,
    indefinite,
    require,
    spaced,
)

F32 = np.float32
KEYS = ("epoch", "step", "loss", "eval_loss", "learning_rate", "weights")
RATE = 0.05


# --- inputs -------------------------------------------------------------------------------


def make_batches(rng, sizes, levels=None, features=3):
    """Batches whose targets lie about levels of changing sign and quite different magnitudes.

    So the losses of any two steps differ, and so do the weights before and after any step.
    """
    levels = rng.permutation(np.linspace(1, 3, len(sizes))) if levels is None else levels
    slope = rng.uniform(-1, 1, size=(features, 1))
    batches = []
    for number, (size, level) in enumerate(zip(sizes, levels, strict=True)):
        x = rng.uniform(-1, 1, size=(size, features))
        y = level * (-1) ** number + x @ slope + rng.uniform(-0.1, 0.1, size=(size, 1))
        batches.append((x.astype(F32), y.astype(F32)))
    return batches


def make_dense(rng, inputs, outputs, trainable=True):
    kernel = rng.uniform(0.3, 0.8, size=(inputs, outputs)) * rng.choice([-1, 1], size=(inputs, outputs))
    weights = [kernel.astype(F32), rng.uniform(0.1, 0.5, size=outputs).astype(F32)]
    return {"kind": "dense", "weights": weights, "trainable": trainable}


def setting(rng, sizes, levels=None, **more):
    """A linear model and a list of batches, as the harness takes them."""
    return {"layers": [make_dense(rng, 3, 1)], "epochs": [make_batches(rng, sizes, levels)], **more}


def exact_losses(*losses):
    """A model and batches with these very losses, and gradients of 0: the weights stay as they are."""
    dense = {"kind": "dense", "weights": [np.ones((3, 1), F32), np.full(1, 0.25, F32)]}
    x = np.zeros((2, 3), F32)
    batches = [(x, F32([[0.25 + loss**0.5], [0.25 - loss**0.5]])) for loss in losses]
    return {"layers": [dense], "epochs": [batches]}


def split(batches, epochs):
    """The batches in a row, so many to each epoch."""
    rest = iter(batches)
    return [[next(rest) for _ in range(count)] for count in epochs]


# --- the oracle ---------------------------------------------------------------------------


def descend(dense, batches, rates=None, *, momentum=0.0, weighted=False):
    """Gradient descent on a linear model, a batch a step.

    Returns:
        `losses[s - 1]`, the loss that step `s` had before its update, and `states[s]`, the kernel
        and bias after `s` steps.
    """
    kernel, bias = (w.astype(np.float64) for w in dense["weights"])
    velocity = [np.zeros_like(kernel), np.zeros_like(bias)]
    losses, states = [], [[kernel, bias]]
    for step, (x32, y32) in enumerate(batches):
        x, y = x32.astype(np.float64), y32.astype(np.float64)
        rate = float(F32(RATE if rates is None else rates[step]))
        importance = 1 + y**2 if weighted else np.ones_like(y)
        error = x @ kernel + bias - y
        losses.append(float((importance * error**2).mean()))
        slope = 2 * importance * error / error.size
        gradients = [x.T @ slope, slope.sum(axis=0)]
        velocity = [momentum * v - rate * g for v, g in zip(velocity, gradients, strict=True)]
        kernel, bias = kernel + velocity[0], bias + velocity[1]
        states.append([kernel, bias])
    return losses, states


def descend_layers(layers, batches):
    """The same for dense layers in a row, all of them trained."""
    layers = [[w.astype(np.float64) for w in dense["weights"]] for dense in layers]
    for x, y in batches:
        inputs, value = [], x.astype(np.float64)
        for kernel, bias in layers:
            inputs.append(value)
            value = value @ kernel + bias
        slope = 2 * (value - y) / y.size
        for weights, seen in zip(reversed(layers), reversed(inputs), strict=True):
            kernel, bias = weights
            weights[:] = kernel - RATE * seen.T @ slope, bias - RATE * slope.sum(axis=0)
            slope = slope @ kernel.T
    return layers


# --- reading a run ------------------------------------------------------------------------


def assert_weights(got, want, en, zh):
    """Require the weights of every layer; `want` is a list of arrays for each.

    `en` and `zh` say which weights these are; they come after the name and before it.
    """
    for number, (layer, right) in enumerate(zip(got, want, strict=True)):
        for position, (array, exact) in enumerate(zip(layer, right, strict=True)):
            name = f"weights[{number}][{position}]" if len(want) > 1 else ("kernel", "bias")[position]
            # float32 arithmetic is off by up to 3e-7, the nearest mistakes by 1e-3 (at each check).
            assert_close(array, exact, what=Text(f"{name} {en}", f"{zh} {name}"), atol=5e-5, dtype=F32)


def assert_near(got, want, what, atol):
    """Require a number near `want`; of which type is another check's matter."""
    if type(got) is int or isinstance(got, np.floating):
        got = float(got)
    assert_number(got, want, what=what, atol=atol)


def events(run, kind):
    return [event for event in run["log"] if event["kind"] == kind]


def records(run):
    """The records that were reported; where none was, those returned."""
    found = [event["record"] for event in events(run, "report")]
    if not found and type(run["returned"]) is list:
        found = run["returned"]
    for record in found:
        require(
            type(record) is dict,
            f"A record is {indefinite(record)}; it should be a dict.",
            f"{spaced('记录是', describe(record, 'zh'))}，应为 dict。",
        )
    return found


def steps_of(run, language="en"):
    """The records' steps; in place of one that is no whole number, what it is."""
    steps = [record.get("step") for record in records(run)]
    whole = (int, np.integer)
    return [
        int(s) if isinstance(s, whole) and type(s) is not bool else describe(s, language) for s in steps
    ]


def index_of(run, step, tick_every, due=None):
    """Which record is that of the tick after `step`: by its number, or else by its place.

    By its place alone where there are as many records as are `due`.
    """
    steps = steps_of(run)
    by_number = step in steps and len(steps) != due
    index = steps.index(step) if by_number else step // tick_every - 1
    require(
        index < len(steps),
        f"No tick fired after step {step} (tick_every = {tick_every}).",
        f"第 {step} 步之后没有触发节拍（tick_every = {tick_every}）。",
    )
    return index


def value_at(run, step, tick_every, key, due=None):
    record = records(run)[index_of(run, step, tick_every, due)]
    require(
        key in record,
        f"The record of step {step} has no {key!r}.",
        f"第 {step} 步的记录缺少 {key!r}。",
    )
    return record[key]


def evaluations(run):
    """For each report its tick's call of `evaluate_model`, as `(number of the call, event)`, or None."""
    calls = list(enumerate(events(run, "evaluate")))
    if len(calls) == len(events(run, "report")) or not events(run, "report"):
        return calls
    groups = [[]]
    for event in run["log"]:
        if event["kind"] == "report":
            groups.append([])
        elif event["kind"] == "evaluate":
            groups[-1].append(calls.pop(0))
    # Where a submission reports first, each call belongs to the report before it.
    return [group[-1] if group else None for group in (groups[:-1] if groups[0] else groups[1:])]


def file_of(run, step, index):
    """The file of a tick: the one that its record names, or else the one that it should name."""
    path = records(run)[index].get("weights")
    name = posixpath.basename(path) if type(path) is str else f"step_{step:06d}.weights.h5"
    weights = run["loaded"].get(name)
    require(
        type(weights) is list,
        f"load_weights could not read the weights file of step {step} ({weights or 'no such file'}).",
        f"load_weights 无法读取第 {step} 步的权重文件（{weights or '没有该文件'}）。",
    )
    return weights


def weights_files(files):
    """Those of the files that a tick is to write; where none has such a name, all of them."""
    ticks = {name: version for name, version in files.items() if name.startswith("step_")}
    return ticks or files


def same_weights(event, other):
    """Whether the model had the same weights when these two calls were made."""
    layers = zip(event["weights"], other["weights"], strict=True)
    return all(np.array_equal(a, b) for pair in layers for a, b in zip(*pair, strict=True))


def number(value, language="en"):
    """A number as a message may quote it; of anything else, what it is."""
    return repr(value) if type(value) in (int, float) else describe(value, language)


def times(count):
    """How often something was done, in an English sentence."""
    return {0: "not at all", 1: "once", 2: "twice"}.get(count, f"{count} times")


def few(names, language="en"):
    """The first three names as a message may list them, and how many there are."""
    shown, more = [str(name) for name in names][:3], len(names) - 3
    if language == "zh":
        return "、".join(shown) + (f" 等 {len(names)} 个" if more > 0 else "")
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def same(a, b):
    """Whether two values of records are equal and of one type; what is inside tensors is not looked at."""
    if type(a) is not type(b):
        return False
    plain = type(a) in (int, float, str, bool, type(None)) or isinstance(a, np.generic)
    return not plain or repr(a) == repr(b)  # by their text, in which NaN is equal to NaN


# --- training -----------------------------------------------------------------------------


@pytest.mark.points(0.5)
def test_trains_on_every_batch(submission, rng):
    """One update a batch, in the data set's order, with the gradient of the given loss

    zh: 按数据集的顺序每个批次更新一次，使用给定损失的梯度
    """
    given = setting(rng, (4, 4, 4, 4, 4), loss="weighted", learning_rate=0.02)
    run = submission.harness.run_training(num_epochs=2, tick_every=10, **given)
    (dense,), batches = given["layers"], given["epochs"][0] * 2
    want = descend(dense, batches, [0.02] * 10, weighted=True)[1]
    # Reference 3e-7. Off, at least: the batches in any other order by 1.5e-3, one left out by 3e-3,
    # another loss by 0.2.
    what = "after 2 epochs of 5 batches", "2 个 epoch、每个 5 个批次之后的"
    assert_weights(run["weights"], [want[10]], *what)


def normalized(x):
    """What the BatchNormalization layer of the next check makes of a batch in training."""
    return (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + 1e-3)


@pytest.mark.points(0.5)
def test_forward_in_training_mode(submission, rng):
    """The forward pass is taken with training=True

    zh: 前向传播使用 training=True
    """
    batches = [(x * F32(2) + F32(1), y) for x, y in make_batches(rng, (6, 6, 6, 6))]
    norm = {
        "kind": "batch_norm",
        "momentum": 0.8,
        "epsilon": 1e-3,
        "weights": [np.zeros(3, F32), np.ones(3, F32)],
    }
    dense = make_dense(rng, 3, 1)
    run = submission.harness.run_training(
        num_epochs=1, tick_every=2, layers=[norm, dense], epochs=[batches], learning_rate=RATE
    )
    mean, variance, seen = np.zeros(3), np.ones(3), []
    for x32, y in batches:
        x = x32.astype(np.float64)
        mean, variance = 0.8 * mean + 0.2 * x.mean(axis=0), 0.8 * variance + 0.2 * x.var(axis=0)
        seen.append((normalized(x), y))
    states = descend(dense, seen)[1]
    # Reference 3e-7; without training=True the moving statistics stay at 0 and 1, off by 0.3 or more.
    names = ("mean", "均值"), ("variance", "方差")
    for (name, zh_name), got, want in zip(names, run["weights"][0], (mean, variance), strict=True):
        what = Text(
            f"the moving {name} of a BatchNormalization layer after 4 batches",
            f"4 个批次之后 BatchNormalization 层的滑动{zh_name}",
        )
        assert_close(got, want, what=what, atol=1e-3, dtype=F32)
    what = (
        "of the layer behind a BatchNormalization layer, after 4 batches",
        "4 个批次之后 BatchNormalization 层后面那一层的",
    )
    assert_weights(run["weights"][1:], [states[4]], *what)

    # Inputs about 30, which only a batch's own statistics bring back to 0.
    dense["weights"][0] = np.abs(dense["weights"][0])
    ((x, y),) = make_batches(rng, (6,))
    x = x * F32(3) + F32(30)
    run = submission.harness.run_training(
        num_epochs=1, tick_every=1, layers=[norm, dense], epochs=[[(x, y)]], learning_rate=RATE
    )
    want = descend(dense, [(normalized(x.astype(np.float64)), y)])[0][0]
    # Reference 1e-5; the loss in inference mode is 400 or more, this one below 20.
    what = Text(
        "loss of step 1 (a BatchNormalization layer, inputs about 30)",
        "第 1 步的 loss（含 BatchNormalization 层，输入约为 30）",
    )
    assert_near(value_at(run, 1, 1, "loss"), want, what, 0.02)


@pytest.mark.points(0.5)
def test_updates_what_is_trainable(submission, rng):
    """The given optimizer updates all trainable variables, and no others

    zh: 由给定的优化器更新全部可训练变量，且只更新它们
    """
    # The optimizer with variables of its own goes first: a tf.function that is shared by all runs
    # of a process may make variables in its first call alone.
    batches = make_batches(rng, (4, 4, 4))
    layers = [make_dense(rng, 3, 2, trainable=False), make_dense(rng, 2, 1)]
    run = submission.harness.run_training(
        num_epochs=2, tick_every=3, layers=layers, epochs=[batches], learning_rate=RATE, momentum=0.9
    )
    frozen = [w.astype(np.float64) for w in layers[0]["weights"]]
    seen = [(x @ frozen[0] + frozen[1], y) for x, y in batches]
    states = descend(layers[1], seen * 2, momentum=0.9)[1]
    # Reference 3e-7; without the optimizer's momentum off by 0.04, with a new one in each epoch by
    # 0.03 or more.
    what = (
        "(first layer frozen, SGD with momentum 0.9) after 6 steps",
        "（第一层冻结，SGD 动量为 0.9）6 步之后的",
    )
    assert_weights(run["weights"], [frozen, states[6]], *what)

    require(
        run["updates"] == 6,
        f"The given optimizer made {run['updates']} updates in 6 steps (its iterations); it should make one "
        "a step.",
        f"6 步之后给定优化器的更新次数（iterations）为 {run['updates']}，应为每步一次。",
    )

    layers = [make_dense(rng, 3, 2), make_dense(rng, 2, 2), make_dense(rng, 2, 1)]
    run = submission.harness.run_training(
        num_epochs=2, tick_every=3, layers=layers, epochs=[batches], learning_rate=RATE
    )
    # Reference 3e-7; a layer left out is off by 3e-3 or more.
    what = "(three layers) after 6 steps", "（三层）6 步之后的"
    assert_weights(run["weights"], descend_layers(layers, batches * 2), *what)


@pytest.mark.points(0.5)
def test_takes_any_iterable(submission, rng):
    """A tf.data.Dataset will do, and so will an object with __iter__ alone; the last batch may be short

    zh: 可以是 tf.data.Dataset，也可以是只有 __iter__ 的对象；最后一个批次可以较短
    """
    names = {
        "iterable": ("an object with __iter__ alone", "只有 __iter__ 的对象"),
        "tf.data": ("a tf.data.Dataset", "tf.data.Dataset"),
        "list": ("a list", "列表"),
    }
    ticked = {}
    for kind, (name, zh_name) in names.items():
        given = setting(rng, (4, 4, 2))
        run = submission.harness.run_training(num_epochs=2, tick_every=4, dataset=kind, **given)
        ticked[kind] = steps_of(run)
        (dense,), batches = given["layers"], given["epochs"][0] * 2
        # Reference 3e-7; the short batch left out is off by 3e-3 or more.
        what = (
            f"after 2 epochs of {name} (batches of 4, 4 and 2)",
            f"{spaced('在', zh_name, '上训练')} 2 个 epoch（批次大小为 4、4、2）之后的",
        )
        assert_weights(run["weights"], [descend(dense, batches)[1][6]], *what)
        if kind == "iterable" and run["iterations"] != 2:
            # One that has a length is iterates_once_an_epoch's matter.
            sized = submission.harness.run_training(num_epochs=2, tick_every=4, dataset="sized", **given)
            require(
                sized["iterations"] != 2,
                f"{name} was iterated {times(run['iterations'])} in 2 epochs; one that has a length was "
                "iterated twice.",
                f"只有 __iter__ 的对象在 2 个 epoch 中被遍历了 {run['iterations']} 次；有长度的则被遍历两次。",
            )
    epochs, dense = [make_batches(rng, (4, 4, 2)) for _ in range(2)], make_dense(rng, 3, 1)
    run = submission.harness.run_training(
        num_epochs=2, tick_every=4, dataset="generated", layers=[dense], epochs=epochs
    )
    # Reference 3e-7; the first epoch's batches taken again are off by 2e-3 or more.
    what = (
        "after 2 epochs of a tf.data.Dataset of unknown length, with other batches in each",
        "长度未知、每个 epoch 批次不同的 tf.data.Dataset，训练 2 个 epoch 之后的",
    )
    assert_weights(run["weights"], [descend(dense, epochs[0] + epochs[1])[1][6]], *what)
    got = steps_of(run)
    require(
        got == ticked["list"],
        f"2 epochs of 3 batches, tick_every = 4: the records are of the steps {ticked['list']} for a list and "
        f"of {got} for a tf.data.Dataset of unknown length.",
        f"2 个 epoch、每个 3 个批次、tick_every = 4：对列表，记录的步数为 {ticked['list']}；对长度未知的 "
        f"tf.data.Dataset 则为 {steps_of(run, 'zh')}。",
    )


@pytest.mark.points(0.5)
def test_iterates_once_an_epoch(submission, rng):
    """Each epoch iterates the data set exactly once, and nothing else does

    zh: 每个 epoch 恰好遍历数据集一次，此外不再遍历
    """
    for num_epochs in (3, 1, 0):
        # Each iteration yields other batches, as one that shuffles does.
        epochs = [make_batches(rng, (4, 4)) for _ in range(3)]
        dense = make_dense(rng, 3, 1)
        run = submission.harness.run_training(
            num_epochs=num_epochs, tick_every=2, layers=[dense], epochs=epochs, dataset="sized"
        )
        require(
            run["iterations"] == num_epochs,
            f"The data set was iterated {times(run['iterations'])}; num_epochs is {num_epochs}.",
            f"数据集被遍历了 {run['iterations']} 次，而 num_epochs 是 {num_epochs}。",
        )
        batches = [batch for epoch in epochs[:num_epochs] for batch in epoch]
        # Reference 3e-7; batches of another iteration are off by 2e-3 or more.
        what = (
            f"after {num_epochs} epoch{'' if num_epochs == 1 else 's'} with other batches in each",
            f"{num_epochs} 个 epoch（每个的批次都不同）之后的",
        )
        assert_weights(run["weights"], [descend(dense, batches)[1][-1]], *what)


# --- ticks --------------------------------------------------------------------------------


@pytest.mark.points(1)
def test_ticks_when_due(submission, rng):
    """A tick fires after each step s with s % tick_every == 0, steps counted from 1 over the run

    zh: 每当 s % tick_every == 0 时在第 s 步之后触发节拍，步数在整个运行中从 1 计起
    """
    # What report returns means nothing.
    # The last has so many ticks without a better eval_loss that patience may end.
    cases = ((3, 2, 2, None), (2, 2, 1, None), (4, 2, 4, True), (4, 3, 6, False), (7, 2, 1, None))
    for batches, num_epochs, tick_every, gives in cases:
        run = submission.harness.run_training(
            num_epochs=num_epochs,
            tick_every=tick_every,
            report_gives=gives,
            **setting(rng, (2,) * batches),
        )
        last = num_epochs * batches
        want = list(range(tick_every, last + 1, tick_every))
        got = steps_of(run)
        if got[-2:] == [last, last]:  # a second tick there is last_step_ticks_once's matter
            got = got[:-1]
        returned = "" if gives is None else f", report returns {gives}"
        zh_returned = "" if gives is None else f"、report 返回 {gives}"
        require(
            got == want,
            f"{num_epochs} epochs of {batches} batches, tick_every = {tick_every}{returned}: the records "
            f"are of the steps {got}; they should be of {want}.",
            f"{num_epochs} 个 epoch、每个 {batches} 个批次、tick_every = {tick_every}{zh_returned}："
            f"记录的步数为 {steps_of(run, 'zh')[: len(got)]}，应为 {want}。",
        )


@pytest.mark.points(0.5)
def test_last_step_ticks_once(submission, rng):
    """The very last step fires one tick, whether its number is due or not

    zh: 最后一步恰好触发一次节拍，无论其步数是否整除
    """
    cases = (((5,), 2), ((3, 3), 4), ((3,), 10), ((4,), 2), ((1,), 1), ((2, 3), 3))
    for epochs, tick_every in cases:
        given = setting(rng, (2,) * sum(epochs))
        given["epochs"] = split(given["epochs"][0], epochs)
        run = submission.harness.run_training(
            num_epochs=len(epochs), tick_every=tick_every, dataset="sized", **given
        )
        if len(set(epochs)) > 1 and run["iterations"] != len(epochs):
            excuse()  # which epoch had which batches is iterates_once_an_epoch's matter
        last = sum(epochs)
        case = f"epochs of {', '.join(map(str, epochs))} batches, tick_every = {tick_every}"
        zh_case = f"各 epoch 的批次数为 {'、'.join(map(str, epochs))}，tick_every = {tick_every}"
        want = [*range(tick_every, last, tick_every), last]
        got = steps_of(run)
        require(
            got.count(last) == 1 and got[-1] == last,
            f"{case}: the records are of the steps {got}; they should be of {want}.",
            f"{zh_case}：记录的步数为 {steps_of(run, 'zh')}，应为 {want}。",
        )
        if last % tick_every == 0:
            continue  # a tick like all others, which other checks look at
        # What was called under the weights that the last call saw, in whatever order.
        state = [event["kind"] for event in run["log"] if same_weights(event, run["log"][-1])]
        called = [kind for kind in ("evaluate", "report", "adjust") if kind in state]
        earlier = [e["files"] for e in run["log"] if not same_weights(e, run["log"][-1])]
        saved = weights_files(run["files"]) != weights_files(earlier[-1] if earlier else {})
        require(
            len(called) == 3 and saved,
            f"{case}: the tick after step {last} should evaluate, save, report and adjust, as all others; "
            f"it called {', '.join(called)} and {'saved' if saved else 'did not save'} the weights.",
            f"{zh_case}：第 {last} 步之后的节拍应与其他节拍一样评估、保存、报告并调整；它调用了 "
            f"{'、'.join(called)}，{'保存了' if saved else '没有保存'}权重。",
        )

    run = submission.harness.run_training(num_epochs=1, tick_every=2, **exact_losses(0.0, 0.0, 0.0))
    got = steps_of(run)
    require(
        got[-2:] == [2, 3],
        f"3 steps, all losses 0, tick_every = 2: the records are of the steps {got}; they should be of [2, 3].",
        f"3 步、损失全为 0、tick_every = 2：记录的步数为 {steps_of(run, 'zh')}，应为 [2, 3]。",
    )


@pytest.mark.points(0.5)
def test_order_in_a_tick(submission, rng):
    """At each tick: evaluate, save, report, adjust, each once and in this order

    zh: 每个节拍依次评估、保存、报告、调整，各一次
    """
    run = submission.harness.run_training(num_epochs=1, tick_every=2, **setting(rng, (2, 2, 2, 2)))
    kinds = [event["kind"] for event in run["log"]]
    order = ["evaluate", "report", "adjust"]
    require(
        len(kinds) >= 6 and kinds == order * (len(kinds) // 3),
        f"4 steps, tick_every = 2: the calls were {', '.join(kinds) or 'none'}; at each tick they "
        f"should be {', '.join(order)}.",
        f"4 步、tick_every = 2：调用依次为 {'、'.join(kinds) or '（无）'}；"
        f"每个节拍应为 {'、'.join(order)}。",
    )
    before = {}
    for tick in range(2):
        evaluated, reported, adjusted = (
            weights_files(event["files"]) for event in run["log"][3 * tick : 3 * tick + 3]
        )
        require(
            evaluated == before,
            "A weights file was written before evaluate_model had been called at that tick.",
            "在该节拍调用 evaluate_model 之前就写入了权重文件。",
        )
        require(
            reported != evaluated,
            "No weights file had been written yet when report was called.",
            "调用 report 时还没有写入权重文件。",
        )
        before = adjusted


@pytest.mark.points(0.5)
def test_evaluates_and_saves_updated_weights(submission, rng):
    """evaluate_model sees the weights that the tick's step left, and the file holds them

    zh: evaluate_model 看到的是该节拍那一步更新后的权重，文件中保存的也是它们
    """
    losses = [float(v) for v in rng.permutation(np.linspace(1, 2, 4))]
    given = setting(rng, (4, 4, 4, 4, 4, 4, 4), eval_losses=losses, load=True)
    run = submission.harness.run_training(num_epochs=1, tick_every=2, **given)
    states = descend(given["layers"][0], given["epochs"][0])[1]
    seen = evaluations(run)
    # A missing last tick is last_step_ticks_once's matter.
    for step in (2, 4, 6, 7) if 7 in steps_of(run) else (2, 4, 6):
        index = index_of(run, step, 2)
        call, event = seen[index] if index < len(seen) and seen[index] else (0, None)
        require(
            event is not None and event["same_model"] is True,
            f"evaluate_model was not called with the model at the tick after step {step}.",
            f"在第 {step} 步之后的节拍中没有以该模型调用 evaluate_model。",
        )
        # Reference 3e-7; the weights of any other step are off by 6e-3 or more.
        what = f"seen by evaluate_model after step {step}", f"第 {step} 步之后 evaluate_model 看到的"
        assert_weights(event["weights"], [states[step]], *what)
        what = Text(f"eval_loss of step {step}", f"第 {step} 步的 eval_loss")
        assert_near(value_at(run, step, 2, "eval_loss"), losses[call % 4], what, 1e-6)
        what = f"loaded from the file of step {step}", f"从第 {step} 步的文件载入的"
        assert_weights(file_of(run, step, index), [states[step]], *what)


@pytest.mark.points(0.5)
def test_weights_folder_and_names(submission, rng):
    """The files are <weights_dir>/step_<6 digits>.weights.h5 for a str or a Path; a missing folder is made

    zh: 文件为 <weights_dir>/step_<6 位数字>.weights.h5，str 与 Path 均可；缺少的文件夹会被创建
    """
    cases = (
        ("a str", {"folder_as": "str", "folder": "weights", "folder_exists": True}),
        ("a Path to a folder that is missing, and so is its parent", {
            "folder_as": "Path", "folder": "runs/7/weights", "folder_exists": False,
        }),
        ("a relative str", {"folder_as": "relative", "folder": "out", "folder_exists": False}),
    )  # fmt: skip
    zh_cases = ("str", "指向缺失文件夹（其上级也缺失）的 Path", "相对路径 str")
    # Once more files than those who keep the last few keep, and steps of two digits.
    ticks = (range(2, 13, 2), (2, 4), (2, 4))
    for (case, folder), zh_case, due in zip(cases, zh_cases, ticks, strict=True):
        run = submission.harness.run_training(
            num_epochs=1, tick_every=due[0], **setting(rng, (1,) * due[-1], **folder)
        )
        want = [f"step_{step:06d}.weights.h5" for step in due]
        # A tick at step 0 is ticks_when_due's matter.
        got = [
            name for name in run["files"] if name.startswith("step_") and name != "step_000000.weights.h5"
        ]
        require(
            got == want,
            f"weights_dir is {case}: after ticks at the steps {few(due)} the folder holds "
            f"{few(run['files']) or 'nothing'}; it should hold {few(want)}.",
            f"{spaced('weights_dir 是', zh_case)}：在第 {few(due, 'zh')} 步触发节拍后，文件夹中有 "
            f"{few(run['files'], 'zh') or '（空）'}，应有 {few(want, 'zh')}。",
        )
        for step, name in zip(due, want, strict=True):
            path = value_at(run, step, due[0], "weights")
            if type(path) is not str:
                continue  # plain_python_values looks at its type
            # The run's current folder is /fresh: from there a relative path names the same file.
            right = {f"/fresh/{folder['folder']}/{name}", f"{folder['folder']}/{name}"}
            require(
                posixpath.normpath(path) in right,
                f"weights_dir is {case}: weights of step {step} is {path!r}, not {min(right)!r} "
                "(/fresh stands for a temporary folder).",
                f"{spaced('weights_dir 是', zh_case)}：第 {step} 步的 weights 是 {path!r}，应为 {min(right)!r}"
                "（/fresh 代表临时文件夹）。",
            )


# --- records ------------------------------------------------------------------------------


@pytest.mark.points(1)
def test_mean_loss_since_the_tick(submission, rng):
    """loss is the mean of the training losses of the steps since the previous tick

    zh: loss 是上一个节拍以来各步训练损失的平均值
    """
    for sizes, num_epochs, tick_every in (((4, 4, 4, 4, 2), 2, 4), ((3, 3, 3), 2, 2), ((3, 3, 3), 1, 1)):
        given = setting(rng, sizes)
        run = submission.harness.run_training(num_epochs=num_epochs, tick_every=tick_every, **given)
        losses = descend(given["layers"][0], given["epochs"][0] * num_epochs)[0]
        last = len(losses)
        due = list(range(tick_every, last + 1, tick_every))
        if last not in due and last in steps_of(run):  # a missing one is last_step_ticks_once's matter
            due.append(last)
        before = 0
        for step in due:
            # Reference 1e-6. Off, at the worst of its ticks, by at least: weighted by the batch's size
            # 0.012; set back at the epoch's end 0.07; over the run 0.19, over the epoch 0.39, the sum
            # over tick_every 0.36; after the update 0.8; the last loss 1.4; rounded to 4 decimals 4e-5.
            epochs = "1 epoch" if num_epochs == 1 else f"{num_epochs} epochs"
            case = f"{epochs} of {len(sizes)} batches, tick_every = {tick_every}"
            zh_case = f"{num_epochs} 个 epoch、每个 {len(sizes)} 个批次、tick_every = {tick_every}"
            what = Text(f"loss of step {step} ({case})", f"第 {step} 步的 loss（{zh_case}）")
            want = float(np.mean(losses[before:step]))
            ticks = last if tick_every == 1 else None
            assert_near(value_at(run, step, tick_every, "loss", ticks), want, what, 2e-5)
            before = step
    # Losses of 0 count, and so do those of long ago.
    many = ("one of 4 and 119 of 0.25", "1 个 4 和 119 个 0.25", (4.0, *(0.25,) * 119))
    for case, zh_case, losses in (("0 and 1", "0 和 1", (0.0, 1.0)), many):
        last = len(losses)
        run = submission.harness.run_training(num_epochs=1, tick_every=last, **exact_losses(*losses))
        what = Text(
            f"loss of step {last} (tick_every = {last}; the losses are {case})",
            f"第 {last} 步的 loss（tick_every = {last}；各步损失为 {zh_case}）",
        )
        assert_near(value_at(run, last, last, "loss"), float(np.mean(losses)), what, 1e-6)


@pytest.mark.points(0.5)
def test_learning_rate_of_the_step(submission, rng):
    """learning_rate is the rate that the step just done used; a new one holds from the next step on

    zh: learning_rate 是刚完成的那一步所用的学习率；新学习率从下一步起生效
    """
    # Each lies 4e-7 away from six decimals; the last one is as small as a rate may be at the end.
    rates = [round(rate * rng.uniform(0.9, 1.1), 6) + 4e-7 for rate in (0.08, 0.02, 0.1)] + [1e-8]
    given = setting(
        rng, (4, 4, 4, 4, 4), learning_rate=rates[0], rates=dict(zip((4, 8, 10), rates[1:], strict=True))
    )
    given["adjust_gives"] = 0.04  # means nothing
    run = submission.harness.run_training(num_epochs=2, tick_every=4, **given)
    used = [rates[0]] * 4 + [rates[1]] * 4 + [rates[2]] * 2
    # A missing last tick is last_step_ticks_once's matter.
    for step in (4, 8, 10) if 10 in steps_of(run) else (4, 8):
        # float32 rounding is 4e-9; another tick's rate is off by 2e-3 or more, six decimals of the
        # right one by 4e-7.
        what = Text(
            f"learning_rate of step {step} (tick_every = 4)",
            f"第 {step} 步的 learning_rate（tick_every = 4）",
        )
        assert_near(value_at(run, step, 4, "learning_rate"), used[step - 1], what, 1e-7)
    states = descend(given["layers"][0], given["epochs"][0] * 2, used)[1]
    # Reference 3e-7; a rate that holds a step earlier or later is off by 0.01 or more.
    what = (
        "after 10 steps with a new learning rate after 4 and 8",
        "10 步（第 4 和第 8 步之后换用新学习率）之后的",
    )
    assert_weights(run["weights"], [states[10]], *what)
    if [event["step"] for event in events(run, "adjust")][-1:] == [10]:
        what = Text("the optimizer's learning rate after the run", "训练结束后优化器的学习率")
        assert_near(run["learning_rate"], rates[3], what, 1e-10)
    given = setting(rng, (4, 4, 4), learning_rate=rates[0], rates={1: rates[1], 2: rates[2]})
    run = submission.harness.run_training(num_epochs=1, tick_every=1, **given)
    for step in (1, 2, 3):
        what = Text(
            f"learning_rate of step {step} (tick_every = 1)",
            f"第 {step} 步的 learning_rate（tick_every = 1）",
        )
        assert_near(value_at(run, step, 1, "learning_rate", due=3), rates[step - 1], what, 1e-7)


@pytest.mark.points(0.5)
def test_counts_epochs_from_zero(submission, rng):
    """The record's epoch counts from 0; adjust_learning_rate is given the optimizer, epoch and step

    zh: 记录中的 epoch 从 0 计起；adjust_learning_rate 收到优化器、该 epoch 和步数
    """
    for epochs, tick_every in (((4, 4, 4), 2), ((5, 5), 4), ((2, 4, 3), 4)):
        given = setting(rng, (2,) * sum(epochs))
        given["epochs"] = split(given["epochs"][0], epochs)
        run = submission.harness.run_training(
            num_epochs=len(epochs), tick_every=tick_every, dataset="sized", **given
        )
        if len(set(epochs)) > 1 and run["iterations"] != len(epochs):
            excuse()  # which epoch had which batches is iterates_once_an_epoch's matter
        owners = [epoch for epoch, batches in enumerate(epochs) for _ in range(batches)]
        case = f"epochs of {', '.join(map(str, epochs))} batches"
        zh_case = f"各 epoch 的批次数为 {'、'.join(map(str, epochs))}"
        calls = {event["step"]: event for event in events(run, "adjust") if type(event["step"]) is int}
        last = sum(epochs)
        due = list(range(tick_every, last + 1, tick_every))
        if last not in due and last in steps_of(run):  # a missing one is last_step_ticks_once's matter
            due.append(last)
        for step in due:
            epoch = owners[step - 1]
            got = value_at(run, step, tick_every, "epoch")
            require(
                (type(got) is int or isinstance(got, np.integer)) and int(got) == epoch,
                f"{case}: epoch of step {step} is {number(got)}; it should be {epoch}.",
                f"{zh_case}：第 {step} 步的 epoch {spaced('是', number(got, 'zh'))}，应为 {epoch}。",
            )
            call = calls.get(step)
            if call is None and step == last:
                continue  # likewise
            require(
                call is not None and call["same_optimizer"] is True and call["epoch"] == epoch,
                f"{case}: adjust_learning_rate was not called with (optimizer, epoch={epoch}, "
                f"step={step}) at the tick after step {step}.",
                f"{zh_case}：在第 {step} 步之后的节拍中没有以 (optimizer, epoch={epoch}, "
                f"step={step}) 调用 adjust_learning_rate。",
            )


@pytest.mark.points(0.5)
def test_plain_python_values(submission, rng):
    """A record is a dict of exactly six plain Python values, ready for json.dumps

    zh: 记录是恰好含六个普通 Python 值的 dict，可直接用于 json.dumps
    """
    kinds = {
        "epoch": int,
        "step": int,
        "loss": float,
        "eval_loss": float,
        "learning_rate": float,
        "weights": str,
    }
    diverged = [1.0, math.nan, 2.0]
    # NumPy scalars of three dtypes, one for each tick.
    given = {
        "numpy": (" where evaluate_model gave a NumPy scalar", "（evaluate_model 返回 NumPy 标量时）"),
        "tensor": (" where evaluate_model gave a scalar tensor", "（evaluate_model 返回标量张量时）"),
    }
    for eval_as, (case, zh_case) in given.items():
        run = submission.harness.run_training(
            num_epochs=1, tick_every=1, **setting(rng, (2,) * 3, eval_as=eval_as, eval_losses=diverged)
        )
        returned = run["returned"] if type(run["returned"]) is list else []
        found = records(run) + [record for record in returned if type(record) is dict]
        require(bool(found), "There is no record.", "没有任何记录。")
        for record in found:
            names = sorted(str(key) for key in record)
            require(
                names == sorted(KEYS),
                f"A record has the keys {', '.join(names)}; they should be {', '.join(KEYS)}.",
                f"记录的键是 {'、'.join(names)}，应为 {'、'.join(KEYS)}。",
            )
            for key in KEYS:
                got, kind, where = record[key], kinds[key].__name__, key == "eval_loss"
                require(
                    type(got) is kinds[key],
                    f"{key} is {indefinite(got)}{case if where else ''}; it should be a plain Python {kind}.",
                    f"{key} {spaced('是', describe(got, 'zh'))}{zh_case if where else ''}，"
                    f"应为普通的 Python {kind}。",
                )


@pytest.mark.points(0.5)
def test_returns_the_records(submission, rng):
    """The list of the records as they were reported is returned, in order

    zh: 按顺序返回所报告记录的列表
    """
    # Every value changes from tick to tick, so that a record which is changed afterwards shows; what
    # report returns means nothing.
    given = setting(rng, (2,) * 3, eval_losses=[1.5, 1.25, 1.0], rates={2: 0.04, 4: 0.03, 6: 0.02})
    given["report_gives"] = {"epoch": 7}
    run = submission.harness.run_training(num_epochs=2, tick_every=2, **given)
    returned, reported = run["returned"], [event["record"] for event in events(run, "report")]
    require(
        type(returned) is list,
        f"train returned {indefinite(returned)}; it should be a list.",
        f"{spaced('train 返回了', describe(returned, 'zh'))}，应为 list。",
    )
    require(
        len(returned) == len(reported) >= 1,
        f"train returned {len(returned)} records and reported {len(reported)}, in a run of 3 ticks.",
        f"在有 3 个节拍的运行中，train 返回了 {len(returned)} 条记录，报告了 {len(reported)} 条。",
    )
    for index, (got, want) in enumerate(zip(returned, reported, strict=True)):
        equal = type(got) is type(want) is dict and got.keys() == want.keys()
        require(
            equal and all(same(got[key], want[key]) for key in want),
            f"Record {index} of the returned list is not what was reported at that tick.",
            f"返回列表中的第 {index} 条记录与该节拍所报告的不同。",
        )


# --- no steps, bad arguments, a second run ------------------------------------------------


@pytest.mark.points(0.5)
def test_no_steps_no_ticks(submission, rng):
    """No epochs or an empty data set: [] is returned, nothing is called

    zh: 没有 epoch 或数据集为空：返回 []，不调用任何函数
    """
    dense = make_dense(rng, 3, 1)
    cases = (
        ("num_epochs = 0", "num_epochs = 0", 0, "sized", make_batches(rng, (2, 2))),
        ("an empty list", "空列表", 2, "list", []),
        ("an empty iterable", "空的可迭代对象", 1, "sized", []),
    )
    for case, zh_case, num_epochs, kind, batches in cases:
        run = submission.harness.run_training(
            num_epochs=num_epochs, tick_every=2, layers=[dense], epochs=[batches], dataset=kind
        )
        require(
            type(run["returned"]) is list and not run["returned"],
            f"{case}: train returned {indefinite(run['returned'])}; it should be [].",
            f"{zh_case}：{spaced('train 返回了', describe(run['returned'], 'zh'))}，应为 []。",
        )
        calls = [event["kind"] for event in run["log"]]
        require(
            not calls,
            f"{case}: {', '.join(calls)} was called; nothing should be.",
            f"{zh_case}：调用了 {'、'.join(calls)}，不应调用任何函数。",
        )
        saved = [name for name in run["files"] if name.startswith("step_")]
        require(not saved, f"{case}: weights were saved.", f"{zh_case}：保存了权重。")
        assert_weights(run["weights"], [dense["weights"]], f"({case})", spaced(zh_case, "时的"))


@pytest.mark.points(0.5)
def test_rejects_bad_arguments(submission, rng):
    """tick_every < 1 or num_epochs < 0 is a ValueError before anything is iterated, made or called

    zh: tick_every < 1 或 num_epochs < 0 时，在遍历、创建或调用任何东西之前抛出 ValueError
    """
    for num_epochs, tick_every in ((2, 0), (1, -2), (-1, 2), (0, 0), (-3, 0)):
        given = setting(rng, (2, 2), dataset="sized", folder_exists=False)
        run = submission.harness.run_refused(num_epochs=num_epochs, tick_every=tick_every, **given)
        case = f"num_epochs = {num_epochs}, tick_every = {tick_every}"
        kind = run["raised"][0] if run["raised"] else "nothing"
        zh_raised = f"抛出的是 {kind}，应为" if run["raised"] else "没有抛出异常，应抛出"
        require(
            "ValueError" in run["raised"],
            f"{case}: {kind} was raised; it should be ValueError.",
            f"{case}：{zh_raised} ValueError。",
        )
        did = [
            (run["iterations"], "the data set was iterated", "遍历了数据集"),
            (run["made"], "a folder was made", "创建了文件夹"),
            (run["calls"], "a function was called", "调用了函数"),
        ]
        for happened, en, zh in did:
            require(
                not happened, f"{case}: {en} before the ValueError.", f"{case}：抛出 ValueError 之前{zh}。"
            )
        assert_weights(run["weights"], [given["layers"][0]["weights"]], f"({case})", f"{case} 时的")


@pytest.mark.points(0.5)
def test_second_run_starts_anew(submission, rng):
    """A second call of train with the same objects counts, averages and saves anew

    zh: 用相同对象再次调用 train 时，重新计数、求平均并保存
    """
    # The first run ends with its smallest loss and the second begins with its largest.
    # Between the two the model is given other weights, with which the second begins; the learning rate
    # is the one that the first has left.
    given = setting(rng, (3, 3, 3, 3, 3), (3.0, 2.5, 2.0, 1.5, 1.0), load=True, rates={4: 0.02})
    between = {**given["layers"][0], "weights": [-w for w in given["layers"][0]["weights"]]}
    first, second = submission.harness.run_twice(
        num_epochs=1, tick_every=2, between=[between["weights"]], **given
    )
    for run, name, zh_name in ((first, "first", "第一"), (second, "second", "第二")):
        got = steps_of(run)
        require(
            2 in got and 4 in got,
            f"The records of the {name} run are of the steps {got}; they should be of 2, 4 and 5.",
            f"{zh_name}次运行的记录步数是 {steps_of(run, 'zh')}，应为 2、4 和 5。",
        )
        require(
            type(run["returned"]) is not list or len(run["returned"]) == len(got),
            f"The {name} run reported {len(got)} records and returned {len(run['returned'] or [])}.",
            f"{zh_name}次运行报告了 {len(got)} 条记录，返回了 {len(run['returned'] or [])} 条。",
        )
    # From what the epochs are counted is another check's matter, if only both runs do it alike.
    epochs = [[record.get("epoch") for record in records(run)] for run in (first, second)]
    zh_epochs = ["、".join(number(epoch, "zh") for epoch in each) for each in epochs]
    require(
        len(epochs[0]) == len(epochs[1]) and all(map(same, *epochs)),
        f"The records of the second run are of the epochs {', '.join(map(number, epochs[1]))}; those of "
        f"the first, with the same arguments, of {', '.join(map(number, epochs[0]))}.",
        f"第二次运行的记录的 epoch {spaced('是', zh_epochs[1])}；参数相同的{spaced('第一次运行则是', zh_epochs[0])}。",
    )

    def judge(run, dense, rate, name, zh_name):
        losses, states = descend(dense, given["epochs"][0], [rate] * 5)
        # Reference 1e-6. A loss left over from the first run is off by 0.08, its file by 0.02 or more.
        want = float(np.mean(losses[:2]))
        what = Text(f"loss of step 2 in the {name} run", f"{zh_name}次运行第 2 步的 loss")
        assert_near(value_at(run, 2, 2, "loss"), want, what, 0.02)
        weights = file_of(run, 2, index_of(run, 2, 2))
        what = f"loaded from the file of step 2 of the {name} run", f"从{zh_name}次运行第 2 步的文件载入的"
        assert_weights(weights, [states[2]], *what)

    try:
        judge(first, given["layers"][0], RATE, "first", "第一")
    except CheckFailure:
        excuse()  # what is wrong in the first run already is another check's matter
    judge(second, between, first["learning_rate"], "second", "第二")
