namespace NetGen.Tests.Jit;

/// <summary>A method as the JIT has compiled it.</summary>
/// <param name="Heading">The method, and how far it is optimised.</param>
/// <param name="Calls">The helpers that it calls, because the JIT has not inlined them.</param>
public sealed record JitListing(string Heading, IList<string> Calls);
