using System.Reflection;
using NetGen.Tests.Compiling;

namespace NetGen.Tests.Drawn;

/// <summary>A drawn network with parameters and data, and what is checked of it once it is compiled.</summary>
internal abstract class Trial(int seed, DrawnNetwork network)
{
    public DrawnNetwork Network { get; } = network;

    /// <summary>The saved parameters, where the network is to be frozen too.</summary>
    public byte[]? File { get; protected set; }

    public string FileName => $"{Seed}.safetensors";

    /// <summary>Both targets read what a network for .NET has saved.</summary>
    public Target FrozenTarget => Seed % 2 == 0 ? Target.Net : Target.NetStandard;

    protected int Seed { get; } = seed;

    public static Trial Of(int seed)
    {
        var network = new DrawnNetwork(seed);
        return network.Precision == Precision.Double ? new Trial<double>(seed, network) : new Trial<float>(seed, network);
    }

    /// <summary>Checks every member.</summary>
    /// <param name="assembly">Holds the class.</param>
    public abstract void Run(Assembly assembly);

    /// <summary>Checks the members of the class with the parameters of <see cref="File"/>.</summary>
    /// <param name="assembly">Holds the class.</param>
    public abstract void RunFrozen(Assembly assembly);
}
