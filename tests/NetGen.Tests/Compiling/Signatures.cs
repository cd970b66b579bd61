namespace NetGen.Tests.Compiling;

// The shapes of a generated class's public methods, for one sample or several. TTarget is a span of targets, one label or a span of labels.

internal delegate void Map<T>(ReadOnlySpan<T> input, Span<T> output);

internal delegate void MapWithJacobian<T>(ReadOnlySpan<T> input, Span<T> output, Span<T> jacobian);

internal delegate T LossOf<T, TTarget>(ReadOnlySpan<T> input, TTarget target)
    where TTarget : allows ref struct;

internal delegate T GradientOf<T, TTarget>(ReadOnlySpan<T> input, TTarget target, Span<T> gradients)
    where TTarget : allows ref struct;

internal delegate T StepOf<T, TTarget>(ReadOnlySpan<T> input, TTarget target, T learningRate)
    where TTarget : allows ref struct;

internal delegate int ClassOf<T>(ReadOnlySpan<T> input);

internal delegate void Read<T>(Span<T> values);

internal delegate void Write<T>(ReadOnlySpan<T> values);
