using System;
using System.IO;
using System.Text;
using NetGen;

namespace Consumer
{
    /// <summary>What every consumer runs. In C# 9 with the types of .NET Standard 2.0, so that each compiles it.</summary>
    public static class Experiment
    {
        /// <summary>A line for each result: name, space, value.</summary>
        public static string Run() => TrainExclusiveOr() + TrainWave() + DescendIntoValley();

        private static string TrainExclusiveOr()
        {
            float[] inputs = { 0, 0, 0, 1, 1, 0, 1, 1 };
            int[] labels = { 0, 1, 1, 0 };
            var net = new ExclusiveOr(seed: 5);
            string initial = Bits.Of(net);

            float loss = 0;
            for (int step = 0; step < 2000; step++)
                loss = net.TrainBatch(inputs, labels, 0.5f);

            var classes = new StringBuilder();
            for (int i = 0; i < labels.Length; i++)
                classes.Append(net.Classify(inputs.AsSpan(i * ExclusiveOr.InputSize, ExclusiveOr.InputSize)));

            return FormattableString.Invariant($"parameters {ExclusiveOr.ParameterCount}\ninitial {initial}\nloss {loss:F6}\nclasses {classes}\n")
                + $"fused {Bits.Of(net)}\n";
        }

        /// <summary>Functions of its own, a trainer, a file.</summary>
        private static string TrainWave()
        {
            const int Samples = 50;
            var net = new Wave(seed: 5);
            var inputs = new float[Samples * Wave.InputSize];
            for (int i = 0; i < inputs.Length; i++)
                inputs[i] = (i * 37 % 101 / 64f) - 0.75f;
            var targets = new float[Samples];
            for (int i = 0; i < Samples; i++)
                targets[i] = inputs[i * Wave.InputSize] * inputs[(i * Wave.InputSize) + 7];

            for (int step = 0; step < 50; step++)
                net.TrainBatch(inputs, targets, 0.05f);
            string trained = Bits.Of(net);

            var trainer = new Trainer<float>(new Adam<float>(net, learningRate: 0.01)) { BatchSize = 16, Seed = 1 };
            trainer.Fit(new Dataset<float>(inputs, Wave.InputSize, targets, targetSize: 1), epochs: 20);

            using var file = new MemoryStream();
            net.Save(file);
            file.Position = 0;
            var loaded = new Wave(seed: 6);
            loaded.Load(file);
            var outputs = new float[Samples];
            loaded.ForwardBatch(inputs, outputs);

            var frozen = new float[Samples];
            Wave.Frozen.ForwardBatch(inputs, frozen);
            var each = new float[Samples];
            for (int i = 0; i < Samples; i++)
                Wave.Frozen.Forward(inputs.AsSpan(i * Wave.InputSize, Wave.InputSize), each.AsSpan(i, 1));

            return $"exact {trained}\nadam {Bits.Of(net)}\nloaded {Bits.Of(loaded)}\noutputs {Bits.Of(outputs)}\nfrozen {Bits.Of(frozen)}\neach {Bits.Of(each)}\n";
        }

        private static string DescendIntoValley()
        {
            double[] place = { -1.2, 1, -1.2, 1 };
            var gradient = new double[place.Length];
            double height = 0;
            for (int step = 0; step < 100; step++)
            {
                height = Valley.HeightGradient(place, gradient);
                for (int axis = 0; axis < place.Length; axis++)
                    place[axis] -= 0.0005 * gradient[axis];
            }

            return $"height {Bits.Of(height)}\n";
        }
    }
}
