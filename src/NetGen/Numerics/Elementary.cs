namespace NetGen.Numerics;

/// <summary>
/// Elementary functions for one number and for the lanes of vectors; the vector forms have no branches, tables or calls.
/// On a machine with fused multiply-add the same input gives the same bits at every width. NaN gives NaN.
/// </summary>
/// <remarks>
/// Errors are the largest that the tests allow, in units in the last place (ulp) of the result, with fused multiply-add.
/// A result that would be denormal is 0 in <see cref="Exp(float)"/> and what is made from it, for denormals are slow.
/// All members are static; the class is not, so that <see cref="KernelBase"/> can pass them on under their short names.
/// </remarks>
public abstract partial class Elementary
{
    /// <summary>Only for <see cref="KernelBase"/>.</summary>
    private protected Elementary()
    {
    }
}
