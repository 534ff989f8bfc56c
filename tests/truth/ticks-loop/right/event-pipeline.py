# event-pipeline
"""A tick is a list of stages that fill in one record."""
import functools
import os
import shutil
import tempfile

import tensorflow as tf


def evaluate_stage(ctx, record):
    record["eval_loss"] = float(ctx["evaluate"](ctx["model"]))


def save_stage(ctx, record):
    # write beside the target first: a crash leaves no half-written file under the final name
    os.makedirs(ctx["dir"], exist_ok=True)
    final = os.path.join(ctx["dir"], f"step_{record['step']:06d}.weights.h5")
    with tempfile.TemporaryDirectory() as scratch:
        temporary = os.path.join(scratch, "tmp.weights.h5")
        ctx["model"].save_weights(temporary)
        shutil.move(temporary, final)
    record["weights"] = final


def report_stage(ctx, record):
    ctx["records"].append(record)
    ctx["report"](record)


def adjust_stage(ctx, record):
    ctx["adjust"](ctx["optimizer"], record["epoch"], record["step"])


STAGES = (evaluate_stage, save_stage, report_stage, adjust_stage)


def run_tick(ctx, epoch, step, losses, rate):
    record = {"epoch": epoch, "step": step, "loss": sum(losses) / len(losses), "learning_rate": rate}
    for stage in STAGES:
        stage(ctx, record)


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if tick_every < 1 or num_epochs < 0:
        raise ValueError("need tick_every >= 1 and num_epochs >= 0")
    ctx = {"model": model, "optimizer": optimizer, "dir": os.fspath(weights_dir), "records": [],
           "evaluate": evaluate_model, "adjust": adjust_learning_rate, "report": report}
    tick = functools.partial(run_tick, ctx)

    def step_on(x, y):
        rate = float(optimizer.learning_rate)
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        grads_and_vars = zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        optimizer.apply_gradients(grads_and_vars)
        return float(loss), rate

    step, losses, last = 0, [], None
    for epoch in range(num_epochs):
        for x, y in train_dataset:
            loss, rate = step_on(x, y)
            losses.append(loss)
            step += 1
            last = (epoch, rate)
            if step % tick_every == 0:
                tick(epoch, step, losses, rate)
                losses = []
    if losses:
        tick(last[0], step, losses, last[1])
    return ctx["records"]
