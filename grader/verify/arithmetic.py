"""Operators that change numbers and what is done with them: the slips of numerics."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from grader.verify.syntax import Operator, bracketed, called, is_product, is_sum

_REDUCTIONS = {"mean": "sum", "sum": "mean"}
_DTYPES = {
    "float64": ("float32",),
    "float32": ("float16", "float64"),
    "longdouble": ("float64",),
    "int64": ("int32",),
}
_NEIGHBOURS = {
    "trainable_variables": "variables",
    "standard_normal": "random",
    "SGD": "Adam",
    "LayerNormalization": "BatchNormalization",
}
# Values for strings that a library reads; any other gets one more character.
_STRINGS = {"relu": "gelu", "softmax": "sigmoid", "ignore": "raise"}
_CONVERSIONS = {"sqrt", "square", "abs", "exp", "log", "float", "int", "str", "Path", "tuple", "list"}
_COPIES = {"astype", "copy"}
_BINARY: dict[type[cst.BaseBinaryOp], type[cst.BaseBinaryOp]] = {
    cst.Add: cst.Subtract,
    cst.Subtract: cst.Add,
    cst.Multiply: cst.Divide,
    cst.Divide: cst.Multiply,
    cst.FloorDivide: cst.Divide,
    cst.Modulo: cst.FloorDivide,
    cst.Power: cst.Multiply,
}
_AUGMENTED: dict[type[cst.BaseAugOp], type[cst.BaseAugOp]] = {
    cst.AddAssign: cst.SubtractAssign,
    cst.SubtractAssign: cst.AddAssign,
    cst.MultiplyAssign: cst.DivideAssign,
    cst.DivideAssign: cst.MultiplyAssign,
}

# --- numerics -----------------------------------------------------------------------------


def swap_axis(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`axis=-1` → `axis=0`, `axis=None`."""
    if isinstance(node, cst.Arg) and node.keyword and node.keyword.value == "axis":
        given = cst.Module([]).code_for_node(node.value)
        for other in ("0", "-1", "None"):
            if other != given:
                yield node.with_changes(value=cst.parse_expression(other))


def sample_variance(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`x.var()` → `x.var(ddof=1)`."""
    if isinstance(node, cst.Call) and called(node) in ("var", "std"):
        (ddof,) = cst.ensure_type(cst.parse_expression("f(ddof=1)"), cst.Call).args
        yield node.with_changes(args=[*node.args, ddof])


def move_epsilon(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`sqrt(v + e)` → `sqrt(v) + e`."""
    if isinstance(node, cst.Call) and called(node) == "sqrt" and len(node.args) == 1:
        inner = node.args[0].value
        if isinstance(inner, cst.BinaryOperation) and isinstance(inner.operator, cst.Add):
            root = node.with_changes(args=[cst.Arg(inner.left)])
            yield bracketed(cst.BinaryOperation(root, cst.Add(), inner.right))


def change_dtype(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`np.float64` → `np.float32`."""
    if isinstance(node, cst.Attribute):
        for other in _DTYPES.get(node.attr.value, ()):
            yield node.with_changes(attr=cst.Name(other))


def mean_or_sum(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`x.mean()` ↔ `x.sum()`."""
    if isinstance(node, cst.Attribute) and node.attr.value in _REDUCTIONS:
        yield node.with_changes(attr=cst.Name(_REDUCTIONS[node.attr.value]))


def drop_call(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`np.sqrt(x)`, `float(x)`, `x.astype(t)` → `x`."""
    if not isinstance(node, cst.Call):
        return
    if called(node) in _CONVERSIONS and len(node.args) == 1 and not node.args[0].star:
        yield bracketed(node.args[0].value)
    elif called(node) in _COPIES and isinstance(node.func, cst.Attribute):
        yield node.func.value


# --- arithmetic ---------------------------------------------------------------------------


def drop_term(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`a + b` → `a`, `b`; `a - b` → `a`, `-b`. Of a longer sum each term goes once."""
    if not isinstance(node, cst.BinaryOperation) or not is_sum(node):
        return
    yield node.left
    if not is_sum(node.left):
        is_difference = isinstance(node.operator, cst.Subtract)
        right = bracketed(node.right) if is_difference else node.right
        yield bracketed(cst.UnaryOperation(cst.Minus(), right)) if is_difference else right


def drop_factor(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`a * b` → `a`, `b`; `a / b` → `a`. Of a longer product each factor goes once."""
    if not isinstance(node, cst.BinaryOperation) or not is_product(node):
        return
    yield node.left
    if isinstance(node.operator, cst.Multiply) and not is_product(node.left):
        yield node.right


def drop_power(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`a ** 2` → `a`."""
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Power):
        yield node.left


def flip_sign(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`-a` → `a`."""
    if isinstance(node, cst.UnaryOperation) and isinstance(node.operator, cst.Minus):
        yield node.expression


def swap_arithmetic(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`a + b` ↔ `a - b`, `a * b` ↔ `a / b`, `a += b` ↔ `a -= b`, → `a = b`."""
    if isinstance(node, cst.BinaryOperation) and type(node.operator) in _BINARY:
        yield node.with_changes(operator=_BINARY[type(node.operator)]())
    elif isinstance(node, cst.AugAssign) and type(node.operator) in _AUGMENTED:
        yield node.with_changes(operator=_AUGMENTED[type(node.operator)]())
        yield cst.Assign([cst.AssignTarget(node.target)], node.value)


# --- constants ----------------------------------------------------------------------------


def off_by_one(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`2` → `3`, `1`."""
    if isinstance(node, cst.Integer):
        value = int(node.value, 0)
        yield node.with_changes(value=str(value + 1))
        yield bracketed(cst.parse_expression(str(value - 1)))


def change_number(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`0.5` → `1.0`, `0.0`; `0.0` → `1.0`."""
    if isinstance(node, cst.Float):
        value = float(node.value)
        for other in (2 * value, 0.0) if value else (1.0,):
            yield node.with_changes(value=repr(other))


def change_range(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`range(n)` → `range(n - 1)`, `range(n + 1)`, `range(1, n)`."""
    if not isinstance(node, cst.Call) or called(node) != "range" or len(node.args) != 1:
        return
    stop, one = node.args[0].value, cst.Integer("1")
    # A bound with a number in it is off by one already when that number is.
    if not (isinstance(stop, cst.BinaryOperation) and isinstance(stop.right, cst.Integer)):
        for operator in (cst.Subtract(), cst.Add()):
            yield node.with_changes(args=[cst.Arg(cst.BinaryOperation(bracketed(stop), operator, one))])
    yield node.with_changes(args=[cst.Arg(one), cst.Arg(stop)])


def swap_bool(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`True` ↔ `False`."""
    if isinstance(node, cst.Name) and node.value in ("True", "False"):
        yield node.with_changes(value=str(node.value == "False"))


def change_string(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`"loss"` → `"loss_"`; in an f-string each piece of text."""
    if isinstance(node, cst.SimpleString):
        old = node.evaluated_value
        if isinstance(old, str):
            yield node.with_changes(value=repr(_STRINGS.get(old, f"{old}_")))
    elif isinstance(node, cst.FormattedStringText):
        yield node.with_changes(value=f"{node.value}_")


def drop_format(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`f"{n:06d}"` → `f"{n}"`."""
    if isinstance(node, cst.FormattedStringExpression) and node.format_spec:
        yield node.with_changes(format_spec=None)


def replace_name(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`model.trainable_variables` → `model.variables`, and others that stand near each other."""
    if isinstance(node, cst.Attribute) and node.attr.value in _NEIGHBOURS:
        yield node.with_changes(attr=cst.Name(_NEIGHBOURS[node.attr.value]))


ARITHMETIC: dict[str, Operator] = {
    "swap-axis": swap_axis,
    "sample-variance": sample_variance,
    "move-epsilon": move_epsilon,
    "change-dtype": change_dtype,
    "mean-or-sum": mean_or_sum,
    "drop-call": drop_call,
    "drop-term": drop_term,
    "drop-factor": drop_factor,
    "drop-power": drop_power,
    "flip-sign": flip_sign,
    "swap-arithmetic": swap_arithmetic,
    "off-by-one": off_by_one,
    "change-number": change_number,
    "change-range": change_range,
    "swap-bool": swap_bool,
    "change-string": change_string,
    "drop-format": drop_format,
    "replace-name": replace_name,
}
