using System.Globalization;
using NetGen.Generator.Calculus;

namespace NetGen.Generator.Model;

/// <summary>A function that the user wrote, as an expression.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Arguments">The names of what the network passes: x of an activation, prediction and target of a loss.</param>
/// <param name="Learnables">The parameters that training changes, behind the arguments.</param>
/// <param name="Formula">The value: over <see cref="Variable"/>, and over <see cref="Element"/> where it takes vectors.</param>
/// <param name="TakesVectors">Whether the arguments are whole vectors.</param>
internal sealed record FunctionModel(
    string Name, EquatableArray<string> Arguments, EquatableArray<LearnableModel> Learnables, Expr Formula, bool TakesVectors)
{
    /// <summary>Stands for a function that could not be read.</summary>
    public static FunctionModel Unknown { get; } = new(string.Empty, default, default, Expr.Zero, false);
}

/// <summary>A parameter of an activation that training changes.</summary>
/// <param name="Initial">Its value before training.</param>
/// <param name="PerUnit">Whether each unit has one of its own, or all share one.</param>
internal sealed record LearnableModel(string Name, double Initial, bool PerUnit)
{
    /// <summary>
    /// What the equations of a layer call it: its name and the layer's number, as of all quantities, unless another quantity can be
    /// called so, such as the derivative dW1.
    /// </summary>
    /// <param name="layer">From 1.</param>
    public string TensorName(int layer)
    {
        var isOwn = Name.Length > 1 && Name[0] != 'd' && Name.All(char.IsLetter) && Name is not ("mean" or "scale");
        var number = layer.ToString(CultureInfo.InvariantCulture);
        return isOwn ? Name + number : $"theta_{Name}_{number}";
    }

    /// <summary>The name of its view in a layer, such as <c>Slope1</c>.</summary>
    /// <param name="layer">From 1.</param>
    public string ViewName(int layer) => ViewOf(Name) + layer.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of a parameter's view without the layer's number: with a capital.</summary>
    public static string ViewOf(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
