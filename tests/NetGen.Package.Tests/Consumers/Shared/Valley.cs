using System;
using NetGen;

namespace Consumer
{
    public static partial class Valley
    {
        /// <summary>H. H. Rosenbrock's function, smallest at (1, …, 1).</summary>
        [Gradient]
        public static double Height(ReadOnlySpan<double> x)
        {
            double sum = 0;
            for (int i = 0; i < x.Length - 1; i++)
            {
                double across = x[i + 1] - (x[i] * x[i]);
                double along = 1 - x[i];
                sum += (100 * across * across) + (along * along);
            }

            return sum;
        }
    }
}
