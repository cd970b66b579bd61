namespace NetGen;

/// <summary>What a network does beyond the interface at hand, as its attributes say.</summary>
public static class NetworkCapabilities
{
    /// <summary>Whether the model gives the derivatives of its outputs: whether it says <c>[Network(…, Jacobian = true)]</c>.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public static bool HasJacobian<T>(this IModel<T> model)
        where T : unmanaged
    {
        Guard.NotNull(model, nameof(model));
        return model is IDifferentiable<T>;
    }

    /// <summary>The model as one that gives the derivatives of its outputs.</summary>
    /// <param name="model">The model; <see cref="HasJacobian"/> says whether it can be asked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="NotSupportedException">It gives no Jacobian.</exception>
    public static IDifferentiable<T> AsDifferentiable<T>(this IModel<T> model)
        where T : unmanaged
    {
        Guard.NotNull(model, nameof(model));
        return model as IDifferentiable<T> ?? throw new NotSupportedException(
            $"{model.Name()} computes no Jacobian. Write [Network(…, Jacobian = true)] on its class.");
    }

    /// <summary>Whether the network's loss takes class labels in the place of target values.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    public static bool TakesLabels<T>(this INetwork<T> network)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        return network is IClassifier<T>;
    }

    /// <summary>The network as one that takes class labels.</summary>
    /// <param name="network">The network; <see cref="TakesLabels"/> says whether it can be asked.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="NotSupportedException">Its loss takes no labels.</exception>
    public static IClassifier<T> AsClassifier<T>(this INetwork<T> network)
        where T : unmanaged
    {
        Guard.NotNull(network, nameof(network));
        return network as IClassifier<T> ?? throw new NotSupportedException(
            $"The loss of {network.Name()} takes target values, not labels. Pass {network.OutputSize} for each sample, or write " +
            "Loss = Loss.SoftmaxCrossEntropy on its class.");
    }

    /// <summary>The name of the model's class.</summary>
    internal static string Name<T>(this IModel<T> model)
        where T : unmanaged => model is IPredictor<T> predictor ? predictor.Layout.Name : model.GetType().Name;
}
