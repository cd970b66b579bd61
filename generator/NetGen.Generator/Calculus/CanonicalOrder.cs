using System.Collections.Generic;

namespace NetGen.Generator.Calculus;

/// <summary>The order of a sum's terms and of a product's factors: that of their keys.</summary>
internal static class CanonicalOrder
{
    /// <summary>The index of an expression among ordered ones, or the complement of the index where it belongs.</summary>
    public static int Find<T>(List<(Expr Expression, T Number)> ordered, Expr expression)
    {
        var (low, high) = (0, ordered.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(ordered[middle].Expression.Key, expression.Key);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }
}
