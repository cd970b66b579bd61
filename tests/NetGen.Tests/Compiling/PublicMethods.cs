namespace NetGen.Tests.Compiling;

/// <summary>Finds methods of a class that is known at run time only.</summary>
internal static class PublicMethods
{
    /// <summary>Gets an instance's public method with this name and the delegate's signature.</summary>
    public static TDelegate Bind<TDelegate>(this object instance, string name)
        where TDelegate : Delegate
    {
        Type[] parameters = [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
        var method = instance.GetType().GetMethod(name, parameters);
        Assert.True(method is not null, $"{name}({string.Join(", ", parameters.Select(type => type.ToString()))}) is not there.");
        return method.CreateDelegate<TDelegate>(instance);
    }
}
