using NetGen.Generator.Model;

namespace NetGen.Generator.Emit;

/// <summary>
/// How the losses of blocks of samples are added up: in double, since in single precision a sum of millions of losses stands still. One
/// block's own sum has the network's precision, so that the loss of a batch of one block is as it comes.
/// </summary>
internal sealed class LossSum(NetworkModel network)
{
    private readonly Rounding _rounding = Rounding.Of(network, Precision.Double);

    /// <summary>The sum's.</summary>
    public static string Type => GeneratedMembers.Scalar(Precision.Double);

    public static string Zero => Literals.Print(0, Precision.Double);

    /// <summary>Adds a block's loss.</summary>
    public string Add(string variable, string term) => _rounding.Add(variable, term);

    /// <summary>The mean of so many losses, in the network's precision.</summary>
    public string Mean(string sum, string count) => IsNarrowed ? Narrow($"({sum} / {count})") : _rounding.Round($"{sum} / {count}");

    /// <summary>A sum in the network's precision.</summary>
    public string Narrow(string sum) => IsNarrowed ? $"({GeneratedMembers.Scalar(network.Precision)}){sum}" : sum;

    private bool IsNarrowed => network.Precision == Precision.Single;
}
