using System;
using System.Text;

namespace Consumer
{
    /// <summary>Trains on exclusive or. In C# 9 with the types of .NET Standard 2.0, so that every consumer compiles it.</summary>
    public static class Experiment
    {
        private static readonly float[] Inputs = { 0, 0, 0, 1, 1, 0, 1, 1 };
        private static readonly int[] Labels = { 0, 1, 1, 0 };

        /// <summary>A line for each result: name, space, value.</summary>
        public static string Run()
        {
            var net = new ExclusiveOr(seed: 5);
            var parameters = new float[ExclusiveOr.ParameterCount];
            net.CopyParametersTo(parameters);
            uint initial = Checksum(parameters);

            float loss = 0;
            for (int step = 0; step < 2000; step++)
                loss = net.TrainBatch(Inputs, Labels, 0.5f);

            var classes = new StringBuilder();
            var probabilities = new float[ExclusiveOr.OutputSize];
            for (int i = 0; i < Labels.Length; i++)
            {
                net.Forward(Inputs.AsSpan(i * ExclusiveOr.InputSize, ExclusiveOr.InputSize), probabilities);
                classes.Append(probabilities[1] > probabilities[0] ? '1' : '0');
            }

            return FormattableString.Invariant($"parameters {ExclusiveOr.ParameterCount}\ninitial {initial:X8}\nloss {loss:F6}\nclasses {classes}\n");
        }

        /// <summary>FNV-1a over the bits of the values: equal only if every value is equal, in this order.</summary>
        private static uint Checksum(float[] values)
        {
            uint hash = 2166136261;
            foreach (float value in values)
            {
                foreach (byte octet in BitConverter.GetBytes(value))
                    hash = unchecked((hash ^ octet) * 16777619);
            }

            return hash;
        }
    }
}
