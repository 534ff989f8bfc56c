import pytest

from grader.checks import assert_close, expect_raises, require

# The secret that no submission may see: FORTY-TWO-SECRET-CHECKS


@pytest.mark.points(1)
def test_first(submission, rng):
    """Doubles an array

    zh: 数组翻倍
    """
    x = rng.normal(size=(2, 3))
    assert_close(submission.double(x), 2 * x, what="double(x)", atol=1e-12)


@pytest.mark.points(1)
def test_second(submission, rng):
    """Doubles a longer array

    zh: 更长的数组翻倍
    """
    x = rng.normal(size=7)
    assert_close(submission.double(x), 2 * x, what="double(x)", atol=1e-12)
    require(not submission.changed, "x was changed in place.", "x 被原地修改。")


@pytest.mark.points(2)
def test_refuses_text(submission):
    """Raises TypeError for None

    zh: 对 None 抛出 TypeError
    """
    expect_raises(TypeError, submission.double, None)
