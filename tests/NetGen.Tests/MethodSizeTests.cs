using System.Reflection;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Jit;
using NetGen.Tests.Oracle;
using NetGen.Tests.Reference;

namespace NetGen.Tests;

/// <summary>However much is unrolled, methods are cut before the JIT gives up optimising them.</summary>
public class MethodSizeTests
{
    // Beyond these, RyuJIT compiles a method without optimisation (MinOpts).
    private static readonly MethodSize Limit = new(Code: JitProbe.LargestCode, Instructions: 20_000, Blocks: 2_000, Locals: 2_000, References: 8_000);

    // Of all variables, those of inlined helpers too, it keeps 1,024 in registers: some five for each that the text declares.
    private const int MostVariables = 200;

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
    public void EveryMethodIsSmallEnoughToBeOptimised(string name, Unrolling unrolling, Target target) =>
        Check(GoldenCases.Named(name).ToModel().With(Precision.Single, unrolling), target);

    [Fact]
    public void SoAreThoseOfManyShapes()
    {
        foreach (var seed in Enumerable.Range(1, 8))
        {
            foreach (var unrolling in Enum.GetValues<Unrolling>())
                Check(RandomModels.Draw(seed) with { Unrolling = (Generator.Model.Unrolling)unrolling }, Target.Net);
        }
    }

    [Theory]
    [InlineData(64, 64, 64, 10)]
    [InlineData(784, 128, 64, 10)]
    [InlineData(1000, 300, 100, 17)]
    public void SoAreThoseOfLargeLayersUnrolledInFull(int inputs, int first, int second, int outputs) => Check(
        Models.Chain(inputs, [(first, "Tanh", true), (second, "Relu", true), (outputs, "Identity", true)], "SoftmaxCrossEntropy")
            .With(Precision.Single, Unrolling.Full),
        Target.Net);

    private static void Check(NetworkModel model, Target target)
    {
        var type = ModelCompiler.Compile(model with { Jacobian = true }, target).Type;
        foreach (var method in type.GetNestedTypes(All).Append(type).SelectMany(part => part.GetMethods(All)))
        {
            if (method.GetMethodBody() is not { } body)
                continue;

            var size = MethodSize.Of(method, body);
            Assert.True(
                size.Code <= Limit.Code && size.Instructions <= Limit.Instructions && size.Blocks <= Limit.Blocks
                    && size.Locals <= Limit.Locals && size.References <= Limit.References,
                $"{model}: {method.Name} is {size}; the limits are {Limit}.");
            Assert.True(
                target == Target.NetStandard || method.Name.EndsWith("Lanes", StringComparison.Ordinal) || size.Locals <= MostVariables,
                $"{model}: {method.Name} has {size.Locals} variables, of which the JIT may keep none in registers; {MostVariables} are the limit.");
        }
    }
}
