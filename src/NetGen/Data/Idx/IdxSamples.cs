namespace NetGen;

/// <summary>Makes samples of a tensor with the inputs and one with their labels.</summary>
internal static class IdxSamples
{
    /// <exception cref="DataFileException">They do not belong together, or hold what no sample can be.</exception>
    public static Dataset<T> Join<T>(IdxTensor images, string? imagesPath, IdxTensor labels, string? labelsPath, double scale)
        where T : unmanaged
    {
        if (images.Dimensions.Count < 2)
        {
            throw Error(
                imagesPath,
                "images",
                images,
                "Expected two or more dimensions: count, and the shape of an image. Are the files swapped?");
        }

        if (labels.Dimensions.Count != 1 || labels.ElementType == typeof(float) || labels.ElementType == typeof(double))
            throw Error(labelsPath, "labels", labels, "Expected integers in one dimension. Are the files swapped?");
        if (images.Count == 0)
            throw Error(imagesPath, "images", images, "It holds no values. Expected at least one image of at least one.");
        if (images.Dimensions[0] != labels.Count)
        {
            throw Error(
                imagesPath,
                "images",
                images,
                $"But there are {labels.Count} labels. Take two files that belong together, one label an image.");
        }

        var size = images.Count / labels.Count;
        return new(Inputs<T>(images, imagesPath, size, scale), size, Classes(labels, labelsPath));
    }

    private static T[] Inputs<T>(IdxTensor images, string? path, int size, double scale)
        where T : unmanaged
    {
        var inputs = images.ToArray<T>(scale);
        for (var index = 0; index < inputs.Length; index++)
        {
            if (!Finite.Is(Real.ToDouble(inputs[index])))
            {
                throw Error(
                    path,
                    "images",
                    images,
                    FormattableString.Invariant(
                        $"Value {index % size} of sample {index / size} is {images[index]}, not finite when scaled."));
            }
        }

        return inputs;
    }

    private static int[] Classes(IdxTensor labels, string? path)
    {
        var classes = new int[labels.Count];
        for (var sample = 0; sample < classes.Length; sample++)
        {
            classes[sample] = (int)labels[sample];
            if (classes[sample] < 0)
                throw Error(path, "labels", labels, $"Classes count from 0, but the label of sample {sample} is {classes[sample]}.");
        }

        return classes;
    }

    private static DataFileException Error(string? path, string what, IdxTensor tensor, string problem) =>
        new($"Cannot take {(path is null ? "the stream" : $"'{path}'")} as {what}: it holds {tensor}. {problem}", path);
}
