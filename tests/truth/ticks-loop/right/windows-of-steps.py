# windows-of-steps
from pathlib import Path
import tensorflow as tf

make_name = "step_{:06d}.weights.h5".format


def train(model, optimizer, loss_fn, train_dataset, *, num_epochs, tick_every, weights_dir,
          evaluate_model, adjust_learning_rate, report):
    if min(tick_every - 1, num_epochs) < 0:
        raise ValueError("tick_every < 1 or num_epochs < 0")

    where = Path(weights_dir)
    where.mkdir(parents=True, exist_ok=True)

    def update(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))
        optimizer.apply(tape.gradient(loss, model.trainable_variables), model.trainable_variables)
        return loss

    def tick(epoch, step, mean):
        record = dict(
            epoch=epoch, step=step, loss=mean,
            eval_loss=float(evaluate_model(model)),
            learning_rate=float(optimizer.learning_rate),
            weights=str(where / make_name(step)))
        model.save_weights(record["weights"])
        report(dict(record))
        adjust_learning_rate(optimizer, epoch, step)
        return record

    batches = ((epoch, *batch) for epoch in range(num_epochs) for batch in train_dataset)

    def take():
        """Up to tick_every updates; the losses, and the epoch of the last one."""
        losses, epoch = [], None
        while len(losses) < tick_every:
            try:
                epoch, x, y = next(batches)
            except StopIteration:
                break
            losses.append(float(update(x, y)))
        return losses, epoch

    step, records = 0, []
    while (taken := take())[0]:
        losses, epoch = taken
        step += len(losses)
        records.append(tick(epoch, step, sum(losses) / len(losses)))
    return records
