using NetGen;

namespace Samples;

/// <summary>Images of handwritten digits, 8×8 pixels each, with their labels.</summary>
internal static class DigitData
{
    /// <summary>
    /// Reads both files and standardises each pixel to mean 0 and standard deviation 1 over the training images. The test
    /// images have no say in that: they stand for images that nobody has seen yet.
    /// </summary>
    public static (Dataset<float> Train, Dataset<float> Test) Load(string folder)
    {
        var options = new CsvOptions { Label = "label" };
        var train = CsvFile.Read<float>(Path.Combine(folder, "train.csv"), options).Dataset;
        var test = CsvFile.Read<float>(Path.Combine(folder, "test.csv"), options).Dataset;
        var scaling = FeatureScaling.FitStandard(train);
        return (scaling.Apply(train), scaling.Apply(test));
    }
}
