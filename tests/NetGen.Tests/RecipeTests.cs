using System.Reflection;
using System.Text.RegularExpressions;
using NetGen.Tests.Compiling;
using NetGen.Tests.Networks;
using NetGen.Tests.Oracle;

namespace NetGen.Tests;

/// <summary>The code of docs/recipes.md is what stands here between <c>recipe</c> and <c>end</c>, and does what the page says.</summary>
public class RecipeTests
{
    private static readonly string Root = typeof(RecipeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot").Value!;

    private static readonly string[] Sources = ["RecipeTests.cs", "Networks/RecipeNetworks.cs"];

    public static TheoryData<string> Names { get; } = [.. Recipes().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThePageHasIt(string name) => Assert.Contains(
        $"```csharp\n{Recipes()[name]}\n```\n", File.ReadAllText(Path.Combine(Root, "docs", "recipes.md")), StringComparison.Ordinal);

    // recipe: Publish
    static void Publish(Critic trained, Player served)
    {
        var parameters = new float[Critic.ParameterCount];
        trained.CopyParametersTo(parameters);
        served.SetParameters(parameters);
    }
    // end

    [Fact]
    public void ThePublishedNetworkGivesTheSame()
    {
        var (trained, served) = (new Critic(seed: 1), new Player(seed: 2));
        Publish(trained, served);
        Assert.Equal(NetworkParameters.Parameters(trained), NetworkParameters.Parameters(served));
        var state = RandomModels.Numbers(new(3), 4).To<float>();
        var (expected, output) = (new float[2], new float[2]);
        trained.Forward(state, expected);
        served.Forward(state, output);
        Assert.Equal(expected, output);
    }

    // recipe: Learn
    static void Learn(
        Critic online, Critic target, int step,
        ReadOnlySpan<float> states, ReadOnlySpan<int> actions, ReadOnlySpan<float> rewards, ReadOnlySpan<float> nextStates, ReadOnlySpan<bool> ended)
    {
        const float Discount = 0.99f;
        var count = actions.Length;
        var values = new float[count * Critic.OutputSize];
        var nextValues = new float[count * Critic.OutputSize];
        online.ForwardBatch(states, values);
        target.ForwardBatch(nextStates, nextValues);
        for (var n = 0; n < count; n++)
        {
            var best = float.NegativeInfinity;
            foreach (var value in nextValues.AsSpan(n * Critic.OutputSize, Critic.OutputSize))
                best = Math.Max(best, value);

            // The other actions keep their own values as targets, so that their errors are 0.
            values[(n * Critic.OutputSize) + actions[n]] = rewards[n] + (ended[n] ? 0 : Discount * best);
        }

        online.TrainBatch(states, values, learningRate: 0.05f);
        if (step % 1000 == 0)
            online.CopyTo(target);
    }
    // end

    /// <summary>Between two copies of the target, learning is regression on r + γ max Q′(s′, ·).</summary>
    [Fact]
    public void LearningApproachesTheTargetAndThenCopies()
    {
        var (online, target) = (new Critic(seed: 1), new Critic(seed: 2));
        var random = new SeededRandom(3);
        var (states, nextStates) = (RandomModels.Numbers(random, 8).To<float>(), RandomModels.Numbers(random, 8).To<float>());
        var (before, next) = (NetworkParameters.Parameters(target), new float[4]);
        target.ForwardBatch(nextStates, next);
        for (var step = 1; step < 1000; step++)
            Learn(online, target, step, states, [1, 0], [0.5f, -1], nextStates, [false, true]);

        var values = new float[4];
        online.ForwardBatch(states, values);
        Assert.Equal(0.5f + (0.99f * Math.Max(next[0], next[1])), values[1], 0.02f);
        Assert.Equal(-1, values[2], 0.02f);
        Assert.Equal(before, NetworkParameters.Parameters(target));
        Learn(online, target, 1000, states, [1, 0], [0.5f, -1], nextStates, [false, true]);
        Assert.Equal(NetworkParameters.Parameters(online), NetworkParameters.Parameters(target));
    }

    // recipe: Mix
    static void Mix(Critic source, Critic target, float rate)
    {
        ReadOnlySpan<float> from = source.PackedParameters;
        var to = target.PackedParameters;
        for (var k = 0; k < to.Length; k++)
            to[k] += rate * (from[k] - to[k]);
    }
    // end

    [Fact]
    public void EveryParameterIsTheMix()
    {
        const float Rate = 0.25f;
        var (source, target) = (new Critic(seed: 1), new Critic(seed: 2));
        var (from, to) = (NetworkParameters.Parameters(source), NetworkParameters.Parameters(target));
        Mix(source, target, Rate);
        var mixed = NetworkParameters.Parameters(target);
        Assert.NotEqual(to, mixed);
        for (var k = 0; k < mixed.Length; k++)
            Assert.Equal((Rate * from[k]) + ((1 - Rate) * to[k]), mixed[k], 1e-6f);
        Assert.Equal(from, NetworkParameters.Parameters(source));
    }

    [Fact]
    public void AMixWithItselfIsItself()
    {
        var (source, target) = (new Critic(seed: 1), new Critic(seed: 1));
        Mix(source, target, 0.005f);
        Assert.Equal(NetworkParameters.Parameters(source), NetworkParameters.Parameters(target));
    }

    /// <summary>Packed spans are mixed whole, so that what a pad holds must not matter.</summary>
    [Fact]
    public void PadsOfAMixDoNotMatter()
    {
        var (source, clean, dirty) = (new Critic(seed: 1), new Critic(seed: 2), new Critic(seed: 2));
        var canonical = NetworkParameters.Parameters(dirty);
        Assert.True(dirty.PackedParameters.Length > Critic.ParameterCount);
        dirty.PackedParameters.Fill(float.NaN);
        dirty.SetParameters(canonical);
        Mix(source, clean, 0.5f);
        Mix(source, dirty, 0.5f);
        Assert.Contains(float.NaN, dirty.PackedParameters.ToArray());
        Assert.Equal(NetworkParameters.Parameters(clean), NetworkParameters.Parameters(dirty));
        var (states, expected, values) = (RandomModels.Numbers(new(3), 20).To<float>(), new float[10], new float[10]);
        clean.ForwardBatch(states, expected);
        dirty.ForwardBatch(states, values);
        Assert.Equal(expected, values);
    }

    // recipe: TrainAveraged
    static void TrainAveraged(Critic network, Critic average, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int steps)
    {
        network.CopyTo(average);
        for (var step = 1; step <= steps; step++)
        {
            network.TrainBatch(inputs, targets, learningRate: 0.05f);
            Mix(network, average, rate: 1f / step);
        }
    }
    // end

    [Fact]
    public void TheAverageIsThatOfAllSteps()
    {
        const int Steps = 50, Count = 3;
        var (network, average, replay) = (new Critic(seed: 1), new Critic(seed: 2), new Critic(seed: 1));
        var (inputs, targets) = (RandomModels.Numbers(new(3), Count * 4).To<float>(), RandomModels.Numbers(new(4), Count * 2).To<float>());
        var sum = new double[Critic.ParameterCount];
        for (var step = 0; step < Steps; step++)
        {
            replay.TrainBatch(inputs, targets, 0.05f);
            var parameters = NetworkParameters.Parameters(replay);
            for (var k = 0; k < sum.Length; k++)
                sum[k] += parameters[k];
        }

        TrainAveraged(network, average, inputs, targets, Steps);
        var mean = NetworkParameters.Parameters(average);
        for (var k = 0; k < sum.Length; k++)
            Assert.Equal(sum[k] / Steps, mean[k], 1e-5);
        Assert.NotEqual(NetworkParameters.Parameters(network), mean);
    }

    // recipe: Average
    static void Average(Critic[] workers, int[] samples, Critic mean)
    {
        workers[0].CopyTo(mean);
        var total = (float)samples[0];
        for (var n = 1; n < workers.Length; n++)
        {
            total += samples[n];
            Mix(workers[n], mean, samples[n] / total);
        }
    }
    // end

    [Fact]
    public void WorkersCountByTheirSamples()
    {
        Critic[] workers = [new(seed: 1), new(seed: 2), new(seed: 3)];
        int[] samples = [10, 30, 60];
        var parameters = Array.ConvertAll(workers, NetworkParameters.Parameters);
        var mean = new Critic(seed: 4);
        Average(workers, samples, mean);
        var averaged = NetworkParameters.Parameters(mean);
        for (var k = 0; k < averaged.Length; k++)
            Assert.Equal((0.1f * parameters[0][k]) + (0.3f * parameters[1][k]) + (0.6f * parameters[2][k]), averaged[k], 1e-6f);
    }

    [Fact]
    public void TheAverageOfEqualsIsEachOfThem()
    {
        var mean = new Critic(seed: 4);
        Average([new(seed: 1), new(seed: 1), new(seed: 1)], [10, 30, 60], mean);
        Assert.Equal(NetworkParameters.Parameters(new Critic(seed: 1)), NetworkParameters.Parameters(mean));
    }

    // recipe: StepTogether
    static void StepTogether(Optimizer<float> optimizer, float[][] inputs, float[][] targets)
    {
        var network = optimizer.Network;
        var samples = inputs.Sum(part => part.Length / network.InputSize);
        var gradients = new float[inputs.Length][];
        Parallel.For(0, inputs.Length, worker =>
        {
            gradients[worker] = new float[network.Layout.PackedLength];
            network.AccumulateGradients(
                inputs[worker], targets[worker], scale: 1f / samples, gradients[worker], network.CreateWorkspace());
        });

        var sum = gradients[0];
        for (var worker = 1; worker < gradients.Length; worker++)
        {
            for (var k = 0; k < sum.Length; k++)
                sum[k] += gradients[worker][k];
        }

        optimizer.Step(sum, addWeightDecay: true);
    }
    // end

    [Fact]
    public void AStepOfSeveralWorkersIsThatOfTheWholeBatch()
    {
        var (network, whole) = (new Critic(seed: 1), new Critic(seed: 1));
        var (inputs, targets) = (RandomModels.Numbers(new(3), 12 * 4).To<float>(), RandomModels.Numbers(new(4), 12 * 2).To<float>());
        whole.TrainBatch(inputs, targets, 0.1f);
        StepTogether(
            new Sgd<float>(network, 0.1),
            [inputs[..20], inputs[20..28], inputs[28..]],
            [targets[..10], targets[10..14], targets[14..]]);
        var (expected, parameters) = (NetworkParameters.Parameters(whole), NetworkParameters.Parameters(network));
        Assert.NotEqual(NetworkParameters.Parameters(new Critic(seed: 1)), parameters);
        for (var k = 0; k < parameters.Length; k++)
            Assert.Equal(expected[k], parameters[k], 1e-6f);
    }

    // recipe: Evolve
    static void Evolve(IPredictor<float> network, Func<double> fitness, int generations, int seed)
    {
        const int Pairs = 32;
        const double Sigma = 0.2, LearningRate = 1;
        var random = new SeededRandom(seed);
        var count = network.ParameterCount;
        var (theta, trial) = (new float[count], new float[count]);
        var (noise, direction) = (new double[count], new double[count]);
        network.CopyParametersTo(theta);
        for (var generation = 0; generation < generations; generation++)
        {
            Array.Clear(direction);
            for (var pair = 0; pair < Pairs; pair++)
            {
                for (var k = 0; k < count; k++)
                    noise[k] = random.NextGaussian();
                var difference = FitnessAt(Sigma) - FitnessAt(-Sigma);
                for (var k = 0; k < count; k++)
                    direction[k] += difference * noise[k];
            }

            for (var k = 0; k < count; k++)
                theta[k] += (float)(LearningRate / (2 * Pairs * Sigma) * direction[k]);
        }

        network.SetParameters(theta);

        double FitnessAt(double sigma)
        {
            for (var k = 0; k < count; k++)
                trial[k] = (float)(theta[k] + (sigma * noise[k]));
            network.SetParameters(trial);
            return fitness();
        }
    }
    // end

    // recipe: Balance
    static double Balance(Driver driver, SeededRandom random)
    {
        const int Steps = 500;
        const double Time = 0.02, Gravity = 9.8, Half = 0.5, Cart = 1, Pole = 0.1;
        Span<float> state = stackalloc float[Driver.InputSize], output = stackalloc float[Driver.OutputSize];
        double x = Start(), speed = Start(), angle = Start(), turn = Start();
        for (var step = 0; step < Steps; step++)
        {
            if (Math.Abs(x) > 2.4 || Math.Abs(angle) > Math.PI / 15)
                return (double)step / Steps;

            (state[0], state[1], state[2], state[3]) = ((float)x, (float)speed, (float)angle, (float)turn);
            driver.Forward(state, output);
            var (sin, cos) = Math.SinCos(angle);
            var push = ((10 * output[0]) + (Pole * Half * turn * turn * sin)) / (Cart + Pole);
            var fall = ((Gravity * sin) - (cos * push)) / (Half * ((4.0 / 3) - (Pole * cos * cos / (Cart + Pole))));
            var pull = push - (Pole * Half * fall * cos / (Cart + Pole));
            (x, speed, angle, turn) = (x + (Time * speed), speed + (Time * pull), angle + (Time * turn), turn + (Time * fall));
        }

        return 1;

        double Start() => (random.NextDouble() - 0.5) / 10;
    }
    // end

    // recipe: LearnToBalance
    static Driver LearnToBalance(int seed)
    {
        var driver = new Driver(seed);
        Evolve(driver, Fitness, generations: 60, seed);
        return driver;

        double Fitness()
        {
            var random = new SeededRandom(seed);
            var sum = 0.0;
            for (var game = 0; game < 4; game++)
                sum += Balance(driver, random);
            return sum / 4;
        }
    }
    // end

    /// <summary>From starts that it was not trained on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EvolutionLearnsToBalance(int seed)
    {
        Assert.InRange(Games(new Driver(seed)), 0, 0.5);
        Assert.InRange(Games(LearnToBalance(seed)), 0.95, 1);

        static double Games(Driver driver)
        {
            var random = new SeededRandom(1234);
            return Enumerable.Range(0, 50).Average(_ => Balance(driver, random));
        }
    }

    // recipe: Deceive
    static void Deceive(IClassifier<float> network, Span<float> input, int label, float distance)
    {
        var gradient = new float[network.InputSize];
        network.ComputeInputGradientsBatch(input, [label], gradient);
        for (var i = 0; i < gradient.Length; i++)
            input[i] += distance * Math.Sign(gradient[i]);
    }
    // end

    [Fact]
    public void ADeceivedNetworkHasALargerLoss()
    {
        var network = new TinyNetwork(seed: 1);
        float[] input = [0.5f, -0.25f];
        for (var label = 0; label < 2; label++)
        {
            float[] other = [.. input];
            Deceive(network, other, label, 0.1f);
            Assert.All(other.Zip(input), pair => Assert.Equal(0.1f, Math.Abs(pair.First - pair.Second), 1e-6f));
            Assert.True(network.ComputeLoss(other, label) > network.ComputeLoss(input, label));
        }
    }

    // recipe: Sensitivity
    static double[] Sensitivity(Plant network, ReadOnlySpan<double> input, int output)
    {
        Span<double> outputs = stackalloc double[Plant.OutputSize];
        Span<double> jacobian = stackalloc double[Plant.OutputSize * Plant.InputSize];
        network.ComputeJacobian(input, outputs, jacobian);
        return jacobian.Slice(output * Plant.InputSize, Plant.InputSize).ToArray();
    }
    // end

    [Fact]
    public void SensitivityIsTheLimitOfDifferences()
    {
        const double Step = 1e-5;
        var network = new Plant(seed: 1);
        double[] input = [0.5, -0.25, 0.75];
        for (var output = 0; output < Plant.OutputSize; output++)
        {
            var sensitivity = Sensitivity(network, input, output);
            for (var i = 0; i < input.Length; i++)
            {
                var (above, below) = (new double[Plant.OutputSize], new double[Plant.OutputSize]);
                double[] shifted = [.. input];
                shifted[i] = input[i] + Step;
                network.Forward(shifted, above);
                shifted[i] = input[i] - Step;
                network.Forward(shifted, below);
                Assert.Equal((above[output] - below[output]) / (2 * Step), sensitivity[i], 1e-9);
            }
        }
    }

    // recipe: Row
    static void Row(Plant network, ReadOnlySpan<double> input, int output, Span<double> row)
    {
        Span<double> target = stackalloc double[Plant.OutputSize];
        network.Forward(input, target);
        target[output] -= 1;
        network.ComputeInputGradients(input, target, row);
    }
    // end

    [Fact]
    public void ARowWithoutTheJacobianIsTheSame()
    {
        var network = new Plant(seed: 1);
        double[] input = [0.5, -0.25, 0.75];
        for (var output = 0; output < Plant.OutputSize; output++)
        {
            var row = new double[Plant.InputSize];
            Row(network, input, output, row);
            var expected = Sensitivity(network, input, output);
            for (var i = 0; i < row.Length; i++)
                Assert.Equal(expected[i], row[i], 1e-14);
        }
    }

    /// <summary>The marked lines of this file and of the networks beside it, by name, without their common indentation.</summary>
    private static Dictionary<string, string> Recipes() => Sources
        .Select(file => File.ReadAllText(Path.Combine(Root, "tests", "NetGen.Tests", file)))
        .SelectMany(text => Regex.Matches(text, @"^( *)// recipe: (\w+)\n(.*?)\n\1// end$", RegexOptions.Multiline | RegexOptions.Singleline))
        .ToDictionary(match => match.Groups[2].Value, match => Regex.Replace(match.Groups[3].Value, $"^{match.Groups[1].Value}", string.Empty, RegexOptions.Multiline));
}
