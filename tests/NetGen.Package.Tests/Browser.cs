using System.Diagnostics;
using System.Net;

namespace NetGen.Package.Tests;

/// <summary>Opens a published page in a browser without a window, and waits for what the page hands back.</summary>
internal static class Browser
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>What browsers of this family are called.</summary>
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome"];

    /// <param name="site">The folder of the page's files, which a server on this machine offers for as long as the page runs.</param>
    /// <returns>What the page has posted to <c>result</c>.</returns>
    /// <exception cref="TimeoutException">The page has posted nothing for three minutes; the browser has been ended.</exception>
    public static CommandResult Open(string site)
    {
        var address = $"http://localhost:{FreePort()}/";
        using var server = new HttpListener { Prefixes = { address } };
        server.Start();
        var profile = Directory.CreateTempSubdirectory("netgen-browser-");
        using var browser = Process.Start(new ProcessStartInfo(
            Programs.First(FactWithAttribute.IsOnPath),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={profile.FullName}", address,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        browser.OutputDataReceived += (_, _) => { };
        browser.ErrorDataReceived += (_, _) => { };
        browser.BeginOutputReadLine();
        browser.BeginErrorReadLine();
        try
        {
            var result = Serve(server, site);
            return result.Wait(Limit) ? new($"The page in {site}", 0, result.Result)
                : throw new TimeoutException($"The page in {site} has posted nothing for {Limit}.");
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            browser.WaitForExit();
            server.Abort();
            Directory.Delete(profile.FullName, recursive: true);
        }
    }

    /// <summary>Answers requests until a result is posted.</summary>
    private static async Task<string> Serve(HttpListener server, string site)
    {
        while (true)
        {
            var context = await server.GetContextAsync();
            using var response = context.Response;
            if (context.Request.HttpMethod == "POST")
            {
                using var reader = new StreamReader(context.Request.InputStream);
                return await reader.ReadToEndAsync();
            }

            var path = context.Request.Url!.AbsolutePath.TrimStart('/');
            var file = Path.Combine(site, path.Length == 0 ? "index.html" : path);
            if (!File.Exists(file))
            {
                response.StatusCode = (int)HttpStatusCode.NotFound;
                continue;
            }

            response.ContentType = Path.GetExtension(file) switch
            {
                ".html" => "text/html",
                ".js" => "text/javascript",
                ".json" => "application/json",
                ".wasm" => "application/wasm",
                _ => "application/octet-stream",
            };
            await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
        }
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
