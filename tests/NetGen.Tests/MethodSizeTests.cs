using System.Reflection;
using NetGen.Tests.Compiling;
using NetGen.Tests.Reference;

namespace NetGen.Tests;

/// <summary>However much is unrolled, methods are cut before the JIT gives up optimising them.</summary>
public class MethodSizeTests
{
    // Beyond these, RyuJIT compiles a method without optimisation (MinOpts).
    private const int LargestCode = 60_000;
    private const int MostLocals = 2_000;

    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static TheoryData<string, Unrolling, Target> Networks()
    {
        var networks = new TheoryData<string, Unrolling, Target>();
        foreach (var name in new[] { "simd_tail_17_33_3", "large_64_32_10_relu", "large_784_128_10_sigmoid" })
        {
            foreach (var unrolling in Enum.GetValues<Unrolling>())
            {
                foreach (var target in Enum.GetValues<Target>())
                    networks.Add(name, unrolling, target);
            }
        }

        return networks;
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void EveryMethodIsSmallEnoughToBeOptimised(string name, Unrolling unrolling, Target target)
    {
        var model = GoldenCases.Named(name).ToModel().With(Precision.Single, unrolling);
        var type = ModelCompiler.Compile(model, target).Type;
        foreach (var method in type.GetNestedTypes(All).Append(type).SelectMany(part => part.GetMethods(All)))
        {
            if (method.GetMethodBody() is not { } body)
                continue;

            var (code, locals) = (body.GetILAsByteArray()!.Length, body.LocalVariables.Count);
            Assert.True(
                code <= LargestCode && locals <= MostLocals,
                $"{method.Name} has {code} bytes of code and {locals} locals; {LargestCode} and {MostLocals} are the limits.");
        }
    }
}
