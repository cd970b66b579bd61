namespace NetGen;

/// <summary>A tensor of a weight file: its name and its extents.</summary>
internal sealed class NamedShape(string name, IReadOnlyList<int> shape)
{
    public string Name { get; } = name;

    public IReadOnlyList<int> Shape { get; } = shape;

    /// <summary>Number of elements.</summary>
    public int Count { get; } = shape.Aggregate(1, (count, extent) => checked(count * extent));

    /// <summary>The parameters of a network in canonical order.</summary>
    /// <param name="layout">The network's.</param>
    /// <param name="prefix">What stands before the names of the parameters.</param>
    public static IEnumerable<NamedShape> Of(ParameterLayout layout, string prefix = "") =>
        layout.Tensors.Select(tensor => new NamedShape(prefix + tensor.Name, tensor.Shape));
}
