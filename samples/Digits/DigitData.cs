using System.Globalization;

namespace Samples;

/// <summary>Images of handwritten digits, 64 standardised pixels each, one image after the other, with their labels.</summary>
internal sealed record DigitData(float[] Images, int[] Labels)
{
    public int Count => Labels.Length;

    public ReadOnlySpan<float> Image(int index) => Images.AsSpan(index * Digits.InputSize, Digits.InputSize);

    /// <summary>
    /// Reads both files. Each pixel is standardised by its mean and population standard deviation over the training
    /// images; a pixel that never changes there is only centred. The test images have no say in the scaling.
    /// </summary>
    public static (DigitData Train, DigitData Test) Load(string folder)
    {
        var (train, trainLabels) = ReadCsv(Path.Combine(folder, "train.csv"));
        var (test, testLabels) = ReadCsv(Path.Combine(folder, "test.csv"));

        for (int pixel = 0; pixel < Digits.InputSize; pixel++)
        {
            double mean = train.Average(image => image[pixel]);
            double deviation = Math.Sqrt(train.Average(image => (image[pixel] - mean) * (image[pixel] - mean)));
            if (deviation == 0)
                deviation = 1;
            foreach (double[] image in train.Concat(test))
                image[pixel] = (image[pixel] - mean) / deviation;
        }

        return (new DigitData(Flatten(train), trainLabels), new DigitData(Flatten(test), testLabels));
    }

    private static (double[][] Images, int[] Labels) ReadCsv(string path)
    {
        string[][] rows = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToArray();
        double[][] images = rows.Select(row => row[..^1].Select(Number).ToArray()).ToArray();
        int[] labels = rows.Select(row => (int)Number(row[^1])).ToArray();
        return (images, labels);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static float[] Flatten(double[][] images) =>
        images.SelectMany(image => image.Select(pixel => (float)pixel)).ToArray();
}
