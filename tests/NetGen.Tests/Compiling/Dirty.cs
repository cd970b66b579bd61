using System.Numerics;

namespace NetGen.Tests.Compiling;

/// <summary>Arrays that hold rubbish, so that a method which forgets to overwrite a result is seen.</summary>
internal static class Dirty
{
    public static T[] Array<T>(int length)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var array = new T[length];
        System.Array.Fill(array, T.NaN);
        return array;
    }
}
