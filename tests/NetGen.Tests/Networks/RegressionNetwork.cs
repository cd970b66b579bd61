namespace NetGen.Tests.Networks;

/// <summary>Takes targets only, in double, with a constructor and a text of its own.</summary>
[Network(3, Precision = Precision.Double)]
[Dense(4, Activation.Tanh, Bias = false)]
[Dense(2)]
public partial class RegressionNetwork
{
    public RegressionNetwork(string title)
    {
        Title = title;
        Initialize(seed: 5);
    }

    public string Title { get; }

    public override string ToString() => Title;
}
