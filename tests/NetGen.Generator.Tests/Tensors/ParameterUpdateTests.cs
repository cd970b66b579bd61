using NetGen.Generator.Calculus;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Tests.Tensors;

/// <summary>A step gives the parameters in the place of the gradients: none may be read behind its update.</summary>
public sealed class ParameterUpdateTests
{
    private static readonly Index Unit = new("j", 3);

    private static readonly Tensor X = new("x", TensorRole.Input, Unit);
    private static readonly Tensor A = new("a", TensorRole.Parameter, Unit);
    private static readonly Tensor B = new("b", TensorRole.Parameter, Unit);
    private static readonly Tensor ByA = new("da", TensorRole.Gradient, Unit) { Parameter = A };
    private static readonly Tensor ByB = new("db", TensorRole.Gradient, Unit) { Parameter = B };
    private static readonly Tensor Delta = new("delta1", TensorRole.Delta, Unit);

    [Fact]
    public void AReadBehindAnUpdateIsFound()
    {
        var program = new TensorProgram([Add(ByA, At(X)), Set(Delta, At(A) * At(X))]);
        var error = Assert.Throws<InvalidOperationException>(() => Verifier.VerifyInPlace(program));
        Assert.Equal("'delta1[j] = a[j] * x[j]' reads a parameter after its update.", error.Message);
    }

    [Fact]
    public void AReadOfAnotherElementBesideAnUpdateIsFound()
    {
        var other = new Index("i", 3);
        var program = new TensorProgram([new(ByA, Assignment.Add, new Read(A, other), [Unit, other], "Backward1")]);
        Assert.Throws<InvalidOperationException>(() => Verifier.VerifyInPlace(program));
    }

    [Fact]
    public void AnUpdateMovesBehindTheLastRead() => CheckDeferred(
        """
        delta1[j] = a[j] * x[j]
        da[j] += x[j]
        """,
        Add(ByA, At(X)),
        Set(Delta, At(A) * At(X)));

    /// <summary>Nothing moves that need not: the order of a dense network's statements is the textbook's.</summary>
    [Fact]
    public void WhatIsInOrderStays() => CheckDeferred(
        """
        delta1[j] = a[j] * x[j]
        da[j] += a[j] * x[j]
        db[j] += x[j]
        """,
        Set(Delta, At(A) * At(X)),
        Add(ByA, At(A) * At(X)),
        Add(ByB, At(X)));

    [Fact]
    public void GradientsThatReadEachOthersParametersAreComputedBeforeEitherIsAdded() => CheckDeferred(
        """
        da_sum[j] = b[j] * x[j]
        db[j] += a[j] * x[j]
        da[j] += da_sum[j]
        """,
        Add(ByA, At(B) * At(X)),
        Add(ByB, At(A) * At(X)));

    private static void CheckDeferred(string expected, params Statement[] statements) =>
        Assert.Equal(expected, Verifier.VerifyInPlace(ParameterUpdates.Defer(new(statements))).ToString());

    private static Read At(Tensor tensor) => new(tensor, tensor.Axes);

    private static Statement Set(Tensor target, Expr value) => new(target, Assignment.Set, value, target.Axes, "Backward1");

    private static Statement Add(Tensor target, Expr value) => new(target, Assignment.Add, value, target.Axes, "Backward1");
}
