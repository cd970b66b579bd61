namespace NetGen;

/// <summary>A measure of a network on data, the larger the better.</summary>
/// <param name="name">What it is, for reports.</param>
/// <param name="evaluate">Computes it.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>, the network's <see cref="Precision"/>.</typeparam>
public sealed class Metric<T>(string name, Func<IModel<T>, Dataset<T>, double> evaluate)
    where T : unmanaged
{
    private readonly Func<IModel<T>, Dataset<T>, double> _evaluate = evaluate ?? throw new ArgumentNullException(nameof(evaluate));

    /// <summary>What it is.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>Computes it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">What it is judged by.</param>
    public double Evaluate(IModel<T> network, Dataset<T> data) => _evaluate(network, data);
}
