using FsCheck;
using FsCheck.Fluent;
using NetGen.Generator.Model;
using NetGen.Tests.Compiling;
using NetGen.Tests.Reference;

namespace NetGen.Tests.Oracle;

/// <summary>Whatever layers, activations and loss are put together, generated code computes what the plain interpreter computes.</summary>
public class NetworkProperties
{
    private const int Networks = 40;
    private const int Count = 5;

    private static readonly Gen<LayerModel> Layers =
        from isResidual in Gen.Elements(false, false, true)
        from units in Gen.Choose(1, 24)
        from activation in Gen.Elements(Enum.GetNames<Activation>())
        from bias in Gen.Elements(true, false)
        select isResidual ? (LayerModel)new ResidualModel(-1, activation, bias) : new DenseModel(-1, units, activation, bias);

    private static readonly Gen<NetworkModel> Models =
        from inputs in Gen.Choose(1, 20)
        from depth in Gen.Choose(0, 3)
        from layers in Gen.ArrayOf(Layers, depth)
        from outputs in Gen.Choose(1, 18)
        from loss in Gen.Elements(Enum.GetValues<Loss>())
        from unrolling in Gen.Elements(Enum.GetValues<Unrolling>())
        from decay in Gen.Elements(0, 0.01)
        from isStandardized in Gen.Elements(false, false, true)
        let model = Chain(inputs, layers, outputs, loss).With(Precision.Double, unrolling) with { WeightDecay = decay, BatchSize = 3 }
        select isStandardized ? model.Standardized() : model;

    [Fact]
    public void GeneratedNetworksAreWhatTheirModelsSay() => Prop
        .ForAll(Arb.From(Models), ComputesWhatItSays)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Networks));

    private static NetworkModel Chain(int inputs, LayerModel[] hidden, int outputs, Loss loss)
    {
        var last = RandomModels.LastActivation(loss) ?? Activation.Tanh;
        return Compiling.Models.Chain(
            inputs,
            hidden.Append(new DenseModel(-1, outputs, last.ToString(), true)).Select((layer, index) => layer with { Source = index - 1 }),
            loss.ToString());
    }

    private static void ComputesWhatItSays(NetworkModel model)
    {
        var random = new SeededRandom(1);
        var parameters = Array.ConvertAll(RandomModels.Numbers(random, model.ParameterCount()), number => number / 4);
        var inputs = RandomModels.Numbers(random, Count * model.Inputs);
        var targets = RandomModels.Targets(random, Count * model.Outputs);
        var network = GeneratedNetwork.Create(model, Target.Net);
        network.Parameters = parameters;
        var interpreter = new PlainInterpreter(model, parameters);
        var expected = interpreter.Differentiate(inputs.Rows(model.Inputs), targets.Rows(model.Outputs));
        var training = network.WithTargets(inputs, targets);

        Check("outputs", [.. inputs.Rows(model.Inputs).SelectMany(interpreter.Forward)], network.ForwardBatch(inputs, Count));
        Check("loss", [expected.Loss], [training.ComputeLossBatch()]);
        Check("gradients", expected.ByParameters, training.ComputeGradientsBatch().Gradients);
        Check("input gradients", expected.ByInputs, training.ComputeInputGradientsBatch().Gradients);

        // Errors add up over the sums inside a network, so they are seen against the largest number.
        void Check(string what, double[] wanted, double[] actual)
        {
            var values = new GoldenValues(wanted);
            values.Check($"{what} of\n{ModelSource.Of(model)}", actual, new(1e-10 * (values.Largest + 1e-3), 0));
        }
    }
}
