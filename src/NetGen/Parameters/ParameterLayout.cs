namespace NetGen;

/// <summary>The parameters of a network: their canonical order, and where its kernels keep each of them.</summary>
/// <remarks>
/// The canonical order is the public one: tensor after tensor, each row-major [output, input], without gaps. The packed
/// order is the kernels': a tensor may be transposed or padded to whole vectors. Packed elements that belong to no tensor
/// are pads; no method here reads or writes them.
/// </remarks>
public sealed class ParameterLayout
{
    // Loops over the array itself: an enumerator of the list would be allocated at each call.
    private readonly ParameterTensor[] _tensors;
    private readonly Lazy<PackedRange[]> _elements;
    private readonly Lazy<PackedRange[]> _trainable;
    private readonly Lazy<PackedRange[]> _trainableWeights;

    /// <summary>Describes the parameters of a network.</summary>
    /// <param name="name">Name of the network's class.</param>
    /// <param name="architecture">One line that says what the network computes; weight files carry it.</param>
    /// <param name="summary">The text of <see cref="ToString"/>.</param>
    /// <param name="packedLength">Packed elements, pads included.</param>
    /// <param name="tensors">The tensors in canonical order, no packed element in two of them.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A tensor reaches beyond <paramref name="packedLength"/>.</exception>
    public ParameterLayout(
        string name, string architecture, string summary, int packedLength, params ParameterTensor[] tensors)
    {
        Guard.NotNull(name, nameof(name));
        Guard.NotNull(architecture, nameof(architecture));
        Guard.NotNull(summary, nameof(summary));
        Guard.NotNull(tensors, nameof(tensors));

        Name = name;
        Architecture = architecture;
        Summary = summary;
        PackedLength = packedLength;
        _tensors = (ParameterTensor[])tensors.Clone();
        Tensors = Array.AsReadOnly(_tensors);
        foreach (var tensor in _tensors)
        {
            Guard.NotNull(tensor, nameof(tensors));
            RequireInside(tensor, packedLength);
            ParameterCount = checked(ParameterCount + tensor.Count);
        }

        _elements = new(() => PackedRange.Elements(this));
        _trainable = new(() => PackedRange.Trainable(this));
        _trainableWeights = new(() => PackedRange.TrainableWeights(this));
    }

    /// <summary>Name of the network's class.</summary>
    public string Name { get; }

    /// <summary>
    /// One line that says what the network computes, such as <c>64 -&gt; Dense(32, Relu) -&gt; Dense(10) :
    /// SoftmaxCrossEntropy</c>.
    /// </summary>
    public string Architecture { get; }

    /// <summary>A table of the network for people, in several lines.</summary>
    public string Summary { get; }

    /// <summary>The tensors in canonical order.</summary>
    public IReadOnlyList<ParameterTensor> Tensors { get; }

    /// <summary>The elements of all tensors.</summary>
    public int ParameterCount { get; }

    /// <summary>Packed elements, pads included.</summary>
    public int PackedLength { get; }

    /// <summary>Where the elements of the tensors lie, without pads.</summary>
    internal PackedRange[] Elements => _elements.Value;

    /// <summary>Where the trainable tensors lie, pads between them included.</summary>
    internal PackedRange[] Trainable => _trainable.Value;

    /// <summary>Where the weights, but no other parameters, of the trainable tensors lie, pads between them included.</summary>
    internal PackedRange[] TrainableWeights => _trainableWeights.Value;

    /// <summary>
    /// Brings parameters or gradients from the canonical into the packed order. Pads keep their values.
    /// </summary>
    /// <param name="canonical"><see cref="ParameterCount"/> values.</param>
    /// <param name="packed">Receives them; <see cref="PackedLength"/> elements.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or they overlap.</exception>
    public void Pack<T>(ReadOnlySpan<T> canonical, Span<T> packed)
        where T : unmanaged
    {
        Guard.Length(canonical.Length, ParameterCount, nameof(canonical));
        Guard.Length(packed.Length, PackedLength, nameof(packed));
        Guard.Apart<T>(packed, canonical, nameof(packed));
        var next = 0;
        foreach (var tensor in _tensors)
        {
            for (var row = 0; row < tensor.Rows; row++)
            {
                var index = tensor.PackedIndex(row);
                for (var column = 0; column < tensor.Columns; column++, index += tensor.ColumnStride)
                    packed[index] = canonical[next++];
            }
        }
    }

    /// <summary>Brings parameters or gradients from the packed into the canonical order.</summary>
    /// <param name="packed"><see cref="PackedLength"/> elements; what the pads hold does not matter.</param>
    /// <param name="canonical">Receives <see cref="ParameterCount"/> values.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or they overlap.</exception>
    public void Unpack<T>(ReadOnlySpan<T> packed, Span<T> canonical)
        where T : unmanaged
    {
        Guard.Length(packed.Length, PackedLength, nameof(packed));
        Guard.Length(canonical.Length, ParameterCount, nameof(canonical));
        Guard.Apart<T>(canonical, packed, nameof(canonical));
        var next = 0;
        foreach (var tensor in _tensors)
        {
            for (var row = 0; row < tensor.Rows; row++)
            {
                var index = tensor.PackedIndex(row);
                for (var column = 0; column < tensor.Columns; column++, index += tensor.ColumnStride)
                    canonical[next++] = packed[index];
            }
        }
    }

    /// <summary>Draws initial parameters, the same on every platform. Pads keep their values.</summary>
    /// <remarks>
    /// Weights are drawn in canonical order, each tensor from its <see cref="Initializer"/>. Biases and means become 0, scales 1, learnable
    /// parameters of activations what they say. A float network gets the double numbers rounded.
    /// </remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="packed">Receives the parameters; <see cref="PackedLength"/> elements.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentException"><paramref name="packed"/> has the wrong length.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public void Initialize<T>(Span<T> packed, int seed)
        where T : unmanaged
    {
        Guard.Length(packed.Length, PackedLength, nameof(packed));
        var random = new SeededRandom(seed);
        foreach (var tensor in _tensors)
        {
            var element = 0;
            foreach (var value in InitialWeights.Draw(tensor, random))
            {
                packed[tensor.PackedIndex(element / tensor.Columns, element % tensor.Columns)] = Real.FromDouble<T>(value);
                element++;
            }
        }
    }

    /// <summary>The <see cref="Summary"/>.</summary>
    public override string ToString() => Summary;

    private static void RequireInside(ParameterTensor tensor, int packedLength)
    {
        var last = tensor.PackedOffset
            + ((tensor.Rows - 1L) * tensor.RowStride)
            + ((tensor.Columns - 1L) * tensor.ColumnStride);
        if (last >= packedLength)
        {
            throw new ArgumentException(
                $"{tensor} reaches to packed index {last}, but there are only {packedLength} packed elements.",
                nameof(packedLength));
        }
    }
}
