using NetGen.Benchmarks;
using NetGen.Benchmarks.Commands;

try
{
    switch (args)
    {
        case ["compare", .. var rest]:
            return CompareCommand.Run(new(rest, CompareCommand.OptionNames));
        case ["naive", .. var rest]:
            return NaiveCommand.Run(new(rest, SharedOptions.Names));
        case ["unrolling", .. var rest]:
            return UnrollingCommand.Run(new(rest, SharedOptions.Names));
        case ["arithmetic", .. var rest]:
            return ArithmeticCommand.Run(new(rest, ArithmeticCommand.OptionNames));
        case ["frozen", .. var rest]:
            return FrozenCommand.Run(new(rest, SharedOptions.Names));
        case ["build", .. var rest]:
            return BuildCommand.Run(new(rest, BuildCommand.OptionNames));
        case ["curve", .. var rest]:
            return CurveCommand.Run(new(rest, CurveCommand.OptionNames));
        case ["optimizers", .. var rest]:
            return OptimizersCommand.Run(new(rest, OptimizersCommand.OptionNames));
        case ["scaling", .. var rest]:
            return ScalingCommand.Run(new(rest, ScalingCommand.OptionNames));
        case ["bdn", .. var rest]:
            return BenchmarkDotNetCommand.Run(rest);
        case ["latency"]:
            TypingLatency.Measure(Console.Out);
            return 0;
    }
}
catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

Console.Error.WriteLine("""
    Usage: dotnet run -c Release --project tests/NetGen.Benchmarks -- <command> [options]

      compare     networks A to E, generated from attributes, beside their peers, after a check that all compute the same
                    --peers c,naive,tensors,fann,onnx,torch   the peers, all unless said
                    --width 256|128                           with narrower vectors, for us and for C
                    --markdown <file>, --svg <file>           writes the table, or a chart of it
      naive       both precisions, and the scalar code for .NET Standard 2.0, beside plain loops
      unrolling   Unrolling.Auto beside Full and None
      arithmetic  Arithmetic.Fused beside Fast and Exact
                    --width 256|128                           with narrower vectors
      frozen      networks with [Weights] beside the same with parameters in memory
      build       what a network adds to a build by a warm compiler
                    --networks ABCDE, --builds 25             some of the networks, and builds of each
      curve       what a multiply-add costs in networks of 10 to 10 million of them
                    --largest <multiply-adds>, --svg <file>
      optimizers  what a step of each optimiser costs
      scaling     how an epoch shortens with the threads that share its batches
                    --degrees 1,2,4,8
      bdn         single figures by BenchmarkDotNet, with its own options: bdn --filter *
      latency     what the generator costs per keystroke in a project of 20 networks

    compare, naive, unrolling, arithmetic, frozen and curve run on one core, in turns, and print medians; they take
                    --networks ABCDE                          some of the networks (not curve)
                    --rounds 15, --milliseconds 2             turns of each contestant, and their length
    """);
return 2;
