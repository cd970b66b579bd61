using System.Runtime.InteropServices;

namespace NetGen.Tests.Jit;

/// <summary>A theory about machine code of the widest vectors, which is not there to see without them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Avx512TheoryAttribute : TheoryAttribute
{
    public Avx512TheoryAttribute()
    {
        if (VectorWidth.OfMachine < 512 || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Skip = "This machine is no x64 with AVX-512: the lengths of its machine code are others.";
    }
}
