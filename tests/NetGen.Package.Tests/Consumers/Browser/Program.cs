using System;
using System.Net.Http;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

// There is nothing to see: the page hands what the experiment prints to the server that it came from.
var host = WebAssemblyHostBuilder.CreateDefault(args);
string result;
try
{
    result = Consumer.Experiment.Run();
}
catch (Exception failure)
{
    result = failure.ToString();
}

using var client = new HttpClient { BaseAddress = new Uri(host.HostEnvironment.BaseAddress) };
await client.PostAsync("result", new StringContent(result));
