namespace NetGen.Tests.Compiling;

/// <summary>The consumer that a model is compiled for.</summary>
public enum Target
{
    /// <summary>The framework that runs the tests: vector code.</summary>
    Net,

    /// <summary>netstandard2.0 in C# 9, with the netstandard2.0 build of NetGen: scalar code.</summary>
    NetStandard,
}
