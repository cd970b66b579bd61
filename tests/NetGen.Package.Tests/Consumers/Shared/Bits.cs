using System;
using System.Globalization;
using NetGen;

namespace Consumer
{
    /// <summary>Hashes of values: FNV-1a over their bits, equal only if every value is equal, in this order.</summary>
    public static class Bits
    {
        /// <summary>The hash of a network's parameters.</summary>
        public static string Of(IPredictor<float> net)
        {
            var parameters = new float[net.ParameterCount];
            net.CopyParametersTo(parameters);
            return Of(parameters);
        }

        public static string Of(float[] values)
        {
            uint hash = 2166136261;
            foreach (float value in values)
            {
                foreach (byte octet in BitConverter.GetBytes(value))
                    hash = unchecked((hash ^ octet) * 16777619);
            }

            return hash.ToString("X8", CultureInfo.InvariantCulture);
        }

        public static string Of(double value) => BitConverter.DoubleToInt64Bits(value).ToString("X16", CultureInfo.InvariantCulture);
    }
}
