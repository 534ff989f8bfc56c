"""What is drawn of this problem, as data; it runs in the worker, beside the submission."""

import numpy as np

EPS = 1e-5


def rows(submission):
    """Four rows before and after, gamma 1 and beta 0."""
    rng = np.random.default_rng(4)
    shape = rng.standard_normal((3, 14))
    x = np.vstack([6 + 0.5 * shape[0], -4 + 2.5 * shape[1], 1 + shape[2], np.full(14, 3.0)])
    names = [
        {"en": "high, narrow", "zh": "偏高且集中"},
        {"en": "low, wide", "zh": "偏低且分散"},
        {"en": "in between", "zh": "居中"},
        {"en": "constant", "zh": "各值相同"},
    ]
    y = submission.layer_norm(x, np.ones(14), np.zeros(14), EPS)

    def panel(label, values):
        rows = [{"name": name, "values": row} for name, row in zip(names, values)]
        return {"kind": "dots", "x": label, "rows": rows}

    return {
        "title": {"en": "Rows before and after", "zh": "归一化前后的各行"},
        "caption": {
            "en": "A dot is a feature; the bar is a row's mean and one standard deviation to each side. Afterwards "
            "every row has mean 0 and spread 1, and the features keep their order and their relative distances. "
            "The constant row has nothing to keep: eps makes it 0 and not 0/0.",
            "zh": "一个点是一个特征；横线标出一行的均值和左右各一个标准差。归一化之后，每行的均值为 0、离散程度为 1，"
            "各特征的次序和相对距离不变。各值相同的那一行没有什么可保留的：有了 eps，它成为 0，而不是 0/0。",
        },
        "panels": [
            panel({"en": "x", "zh": "x"}, x),
            panel({"en": "layer_norm(x)", "zh": "layer_norm(x)"}, y),
        ],
    }


def epsilon(submission):
    """How much spread is left of a row's, by how much it had."""
    spreads = np.logspace(-5, 1, 121)
    x = spreads[:, None] * np.array([-1.0, 1.0, -1.0, 1.0])
    left = np.std(submission.layer_norm(x, np.ones(4), np.zeros(4), EPS), axis=-1)
    return {
        "title": {"en": "What eps does", "zh": "eps 的作用"},
        "caption": {
            "en": "Rows of spread well above the square root of eps come out with spread 1, whatever eps is. Below it "
            "they fade to 0. With eps outside the root the bend is at eps itself: at a spread of 1e-3 that is 3.3 times "
            "too much.",
            "zh": "离散程度远大于 eps 的平方根的行，结果的离散程度为 1，与 eps 无关；小于它的行逐渐趋于 0。"
            "若把 eps 放在根号外，拐点就在 eps 本身：标准差为 1e-3 时，结果大了 3.3 倍。",
        },
        "panels": [
            {
                "kind": "lines",
                "x": {"en": "a row's standard deviation before", "zh": "归一化前一行的标准差"},
                "y": {"en": "and after", "zh": "归一化后的标准差"},
                "log": "x",
                "series": [
                    {
                        "name": {"en": "eps inside the root", "zh": "eps 在根号内"},
                        "x": spreads,
                        "y": left,
                        "own": True,
                    },
                    {
                        "name": {"en": "eps outside (wrong)", "zh": "eps 在根号外（错误）"},
                        "x": spreads,
                        "y": spreads / (spreads + EPS),
                    },
                ],
                "marks": [{"name": {"en": "√eps", "zh": "√eps"}, "at": [EPS**0.5]}],
            }
        ],
    }
