namespace NetGen.Tests.Networks;

/// <summary>The parameters of a network, as tests compare them.</summary>
internal static class NetworkParameters
{
    /// <summary>A copy in canonical order.</summary>
    public static T[] Parameters<T>(IPredictor<T> network)
        where T : unmanaged
    {
        var parameters = new T[network.ParameterCount];
        network.CopyParametersTo(parameters);
        return parameters;
    }
}
