using System.Text;
using NetGen;
using Samples;

Console.OutputEncoding = Encoding.UTF8;

var net = new TestNet();
net.SetParameters(Reference.Parameters);
Console.WriteLine(net);

bool passed = Steps.CompareOneStep(net)
    & Steps.CheckGradients(net)
    & Steps.TrainOnToyData(net);

Console.WriteLine();
Console.WriteLine(passed ? "All checks passed." : "A check FAILED.");
return passed ? 0 : 1;
