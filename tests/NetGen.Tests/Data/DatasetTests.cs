namespace NetGen.Tests.Data;

public class DatasetTests
{
    private static readonly Dataset<float> _labelled = new([1, 2, 3, 4, 5, 6], 2, [2, 0, 1]);
    private static readonly Dataset<double> _regression = new([1, 2, 3, 4], 2, [10, 20, 30, 40], 2);

    [Fact]
    public void SamplesAreRowMajor()
    {
        Assert.Equal((3, 2, 0, true), (_labelled.Count, _labelled.InputSize, _labelled.TargetSize, _labelled.HasLabels));
        Assert.Equal([3, 4], _labelled.Input(1).ToArray());
        Assert.True(_labelled.Target(1).IsEmpty);
        Assert.Equal((2, 2, 2, false), (_regression.Count, _regression.InputSize, _regression.TargetSize, _regression.HasLabels));
        Assert.Equal([30, 40], _regression.Target(1).ToArray());
    }

    [Fact]
    public void SelectCopiesInTheOrderAskedFor()
    {
        var selected = _labelled.Select([2, 0, 2]);

        Assert.Equal([5, 6, 1, 2, 5, 6], selected.Inputs.ToArray());
        Assert.Equal([1, 2, 1], selected.Labels.ToArray());
        Assert.Equal([30, 40, 10, 20], _regression.Select([1, 0]).Targets.ToArray());
    }

    [Fact]
    public void LabelsBecomeTargets()
    {
        Assert.Equal([0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0], _labelled.OneHot(4).Targets.ToArray());
        Assert.Equal([2, 0, 1], _labelled.LabelsAsTargets().Targets.ToArray());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentException>("inputs", () => new Dataset<float>([1, 2, 3], 2, [0]));
        Assert.Throws<ArgumentOutOfRangeException>("labels", () => new Dataset<float>([1, 2], 1, [0, -1]));
        Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => new Dataset<float>([], 0, []));
        Assert.Throws<ArgumentException>("targets", () => new Dataset<float>([1, 2], 1, [1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => _labelled.OneHot(2));
        Assert.Throws<InvalidOperationException>(() => _regression.OneHot(2));
        Assert.Throws<InvalidOperationException>(_regression.LabelsAsTargets);
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => _labelled.Select([0, 3]));
        Assert.Throws<ArgumentOutOfRangeException>("sample", () => _labelled.Select([-1]));
    }
}
