namespace NetGen;

/// <summary>Whether a network can be trained with some data.</summary>
internal static class Suitability
{
    /// <exception cref="ArgumentNullException">The data are null.</exception>
    /// <exception cref="ArgumentException">It cannot; the message says what to do.</exception>
    public static void Check<T>(INetwork<T> network, Dataset<T> data, string parameterName)
        where T : unmanaged
    {
        CheckInputs(network, data, parameterName);
        var name = network.Name();
        if (!data.HasLabels && data.TargetSize != network.OutputSize)
            throw new ArgumentException($"{name} has {network.OutputSize} outputs, but the samples have {data.TargetSize} target values.", parameterName);
        if (data.HasLabels && !network.TakesLabels())
        {
            throw new ArgumentException(
                $"The loss of {name} takes target values, but the samples have labels: pass data.{nameof(data.LabelsAsTargets)}() for one " +
                $"output of 0 or 1, or data.{nameof(data.OneHot)}({network.OutputSize}).", parameterName);
        }

        Guard.Labels(data.Labels, network.OutputSize, parameterName);
    }

    /// <summary>Checks the inputs alone.</summary>
    /// <exception cref="ArgumentNullException">The data are null.</exception>
    /// <exception cref="ArgumentException">They are not for the model; the message says what to do.</exception>
    public static void CheckInputs<T>(IModel<T> model, Dataset<T> data, string parameterName)
        where T : unmanaged
    {
        Guard.NotNull(data, parameterName);
        if (data.Count == 0)
            throw new ArgumentException("There are no samples; at least one is needed.", parameterName);
        if (data.InputSize != model.InputSize)
            throw new ArgumentException($"{model.Name()} takes {model.InputSize} inputs, but the samples have {data.InputSize} values.", parameterName);
    }

    /// <summary>What a checkpoint knows data by.</summary>
    public static string Describe<T>(Dataset<T>? data)
        where T : unmanaged => data?.ToString() ?? "none";

    /// <exception cref="ArgumentException">The data are not such as a resumed training had.</exception>
    public static void CheckSame<T>(string before, Dataset<T>? data, string parameterName)
        where T : unmanaged
    {
        if (Describe(data) is var now && now != before)
        {
            throw new ArgumentException(
                $"The training that was resumed had other {parameterName} data: {Text.Quote(before)} instead of '{now}'. Pass those that it had.",
                parameterName);
        }
    }
}
