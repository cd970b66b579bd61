#pragma warning disable // The ways in which C# can be written, not the one that is best.

using System;

namespace NetGen.Generator.Tests.Functions.Cases;

/// <summary>Whole numbers that wrap around, as C# has them wrap.</summary>
internal static class WholeNumberCases
{
    static double Products(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
            sum += x * (i * 1500000000);
        return sum;
    }

    static double Sums(double x) { var n = int.MaxValue; n += 2; return n * x; }
    static double Steps(double x) { var n = int.MaxValue; n++; var m = int.MinValue; m--; return n * x + m; }
    static double Negated(double x) { var n = int.MinValue; return -n * x; }
    static double Longs(double x) { var n = long.MaxValue; n += 2; n *= 3; return n * x; }
    static double Mixed(double x) { var n = int.MaxValue; return (n + 1L) * x + (n + 1); }
    static double Unsigned(double x) { uint n = 3; n -= 5; return n * x; }
    static double Bytes(double x) { byte b = 250; b += 10; sbyte s = 127; s++; return b * x + s; }
    static double Shorts(double x) { short s = 300; s *= 300; ushort u = 1; u -= 2; return s * x + u; }
    static double Characters(double x) { var c = 'a'; c++; return c * x; }
    static double Casts(double x) { var n = 3000000000L; return (int)n * x + (byte)n + (short)n; }
    static double Remainders(double x) { var n = -7; return n % 3 * x + n / 2; }
    static double Compared(double x) { var n = 9007199254740993L; return n > 9007199254740992L && n != 9007199254740992L ? x : -x; }
    static double InChecked(double x) { checked { var n = 40000; n *= 50000; return n * x; } }
    static double InUnchecked(double x) { unchecked { var n = 50000; n *= 50000; return n * x; } }
}
