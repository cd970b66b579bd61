using NetGen.Benchmarks;

if (args is ["latency"])
{
    TypingLatency.Measure(Console.Out);
    return 0;
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/NetGen.Benchmarks -- latency");
Console.Error.WriteLine("  latency   what the generator costs per keystroke in a project of 20 networks");
return 2;
