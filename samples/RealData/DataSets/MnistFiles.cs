using NetGen;

namespace Samples;

/// <summary>Finds and reads the four files of MNIST, plain or compressed, which this repository does not hold.</summary>
internal static class MnistFiles
{
    public const string Variable = "NETGEN_MNIST";

    private static readonly string[] _digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

    /// <summary>Reads the images, with pixels from 0 to 1; null if the folder lacks a file.</summary>
    public static Problem? Load(string folder)
    {
        string? trainImages = Find(folder, "train-images-idx3-ubyte");
        string? trainLabels = Find(folder, "train-labels-idx1-ubyte");
        string? testImages = Find(folder, "t10k-images-idx3-ubyte", "test-images-idx3-ubyte");
        string? testLabels = Find(folder, "t10k-labels-idx1-ubyte", "test-labels-idx1-ubyte");
        if (trainImages is null || trainLabels is null || testImages is null || testLabels is null)
            return null;

        // Pixels share one unit and range, so one factor for all will do, and there is nothing to fit.
        return new Classification(
            IdxFile.ReadDataset<float>(trainImages, trainLabels, scale: 1.0 / 255),
            IdxFile.ReadDataset<float>(testImages, testLabels, scale: 1.0 / 255),
            _digits);
    }

    public static void PrintHowToGetThem(string? folder)
    {
        Console.WriteLine(folder is null
            ? "mnist: skipped, no folder is given."
            : $"mnist: skipped, '{folder}' lacks one or more of the four files.");
        Console.WriteLine($"""

            Download these files, for example from https://storage.googleapis.com/cvdf-datasets/mnist/<file>, into a folder:

              train-images-idx3-ubyte.gz   60,000 images to train on
              train-labels-idx1-ubyte.gz
              t10k-images-idx3-ubyte.gz    10,000 images to test on
              t10k-labels-idx1-ubyte.gz

            They may be unpacked, without .gz. Then name the folder, or set {Variable} to it:

              dotnet run -c Release --project samples/RealData -- mnist <folder>
            """);
    }

    private static string? Find(string folder, params string[] names) =>
        names.SelectMany(name => new[] { name, name + ".gz" })
            .Select(name => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
