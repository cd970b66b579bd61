using System.Text;
using NetGen;
using Samples;

Console.OutputEncoding = Encoding.UTF8;
var checklist = new Checklist();

WaveExperiment.Run(checklist);
QuantileExperiment.Run(checklist);
ValleyExperiment.Run(checklist);

Checklist.Title("Derivatives against difference quotients");
var error = GradientCheck.Check<float>(new Waves(seed: 1), [0.3f, -1.2f], [0.5f, 0.1f]).LargestRelativeError;
checklist.Check(error < 0.02, "The gradient of the network with Snake, frequencies among its parameters.");

checklist.PrintResult();
return checklist.ExitCode;
