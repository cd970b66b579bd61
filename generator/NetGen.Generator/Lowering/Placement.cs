using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Tensors;
using Index = NetGen.Generator.Tensors.Index;

namespace NetGen.Generator.Lowering;

/// <summary>Where a tensor lies: its memory, the first element's offset and the distance between neighbours along each axis.</summary>
internal sealed record Layout(Memory Memory, int Offset, IReadOnlyList<int> Strides)
{
    /// <summary>The address of the element where the axes have some values.</summary>
    public Address At(IReadOnlyList<Index> axes, Func<Index, Affine> valueOf)
    {
        Affine place = Offset;
        for (var axis = 0; axis < axes.Count; axis++)
            place += valueOf(axes[axis]) * Strides[axis];
        return new(Memory, place);
    }
}

/// <summary>
/// Assigns memory to tensors. Parameters and gradients share one packed layout; rows of lanes are padded to whole
/// vectors; inner quantities follow each other in the workspace, those of inference first.
/// </summary>
internal sealed class Placement
{
    // Measured: with fewer rows, or with weights that stay in a core's first cache, of so many bytes, transposing takes longer.
    private const int FewestRows = 4;
    private const int FirstCache = 48 * 1024;

    private readonly Dictionary<string, Layout> _layouts = new(StringComparer.Ordinal);
    private readonly Dictionary<Tensor, IReadOnlyList<int>> _strides = [];
    private readonly LaneWidths _widths;
    private readonly int _batch;
    private readonly bool _skipsZeroInputs;

    /// <param name="batch">Samples that the workspace holds; 0 for the program of one sample.</param>
    /// <param name="skipsZeroInputs">Whether the weights of an input must follow each other, to be skipped together.</param>
    public Placement(LaneWidths widths, int batch, bool skipsZeroInputs)
    {
        _widths = widths;
        _batch = batch;
        _skipsZeroInputs = skipsZeroInputs;
    }

    public LaneWidths Widths => _widths;

    /// <summary>Elements of the packed parameters, pads included.</summary>
    public int PackedLength { get; private set; }

    /// <summary>Elements of the workspace.</summary>
    public int WorkspaceLength { get; private set; }

    /// <summary>Where a strip of transposed weights lies in the workspace, of the forward layers and of what only training needs.</summary>
    public (int Forward, int Backward) Strips { get; private set; }

    /// <summary>
    /// Whether every sum is added in the order of its statements and indices, and every product is rounded as it is
    /// written, so that the result depends neither on vectors nor on the layout of memory.
    /// </summary>
    public bool IsExact => _widths.Arithmetic == Arithmetic.Exact;

    /// <summary>
    /// Whether to transpose the weights that a statement reads, so that it has vectors along an axis: where samples share the
    /// work, or rows of a Jacobian do, or there is no other way to sum in order; and the axis has lanes enough to be faster so
    /// than by sums of lanes.
    /// </summary>
    public bool PaysToPack(Statement statement, Index lane, Tensor weights) => _widths.HasVectors
        && (IsExact ? lane.Extent > 1 : lane.Extent * _widths.Bits > 128)
        && (_batch > 0 || IsExact || RowsPayToPack(statement, weights));

    /// <summary>Single weights are never faster than transposed ones; sums of lanes are, of weights in the first cache.</summary>
    private bool RowsPayToPack(Statement statement, Tensor weights) => statement.Target.Axes.Count > 1
        && (!statement.Reduces || (statement.Target.Axes[0].Extent >= FewestRows && (long)weights.Axes[0].Extent * weights.Axes[1].Extent * _widths.Bits > 8 * FirstCache));

    /// <summary>Makes room for a strip of transposed weights.</summary>
    public void Reserve(int length, bool isForward)
    {
        Strips = isForward ? (WorkspaceLength, Strips.Backward) : (Strips.Forward, WorkspaceLength);
        WorkspaceLength = _widths.Align(WorkspaceLength + length);
    }

    /// <summary>What lies where in the workspace, for the reader.</summary>
    public string WorkspaceMap => string.Join(", ", _layouts
        .Where(pair => pair.Value.Memory == Memory.Workspace)
        .OrderBy(pair => pair.Value.Offset)
        .Select(pair => $"{pair.Key} at {pair.Value.Offset}"));

    public Layout this[Tensor tensor] => _layouts[Key(tensor)];

    public Layout Layout(string name) => _layouts[name];

    /// <summary>The distance between neighbours along the axes, decided by shape alone.</summary>
    public IReadOnlyList<int> Strides(Tensor tensor)
    {
        if (!_strides.TryGetValue(tensor, out var strides))
            _strides.Add(tensor, strides = FindStrides(tensor));
        return strides;
    }

    private IReadOnlyList<int> FindStrides(Tensor tensor)
    {
        if (tensor.Role is TensorRole.Parameter or TensorRole.Gradient && tensor.Axes.Count == 2)
        {
            var (unit, input) = (tensor.Axes[0], tensor.Axes[1]);
            return _widths.IsInputMajor(unit, input) || (_skipsZeroInputs && tensor.Layer == 1 && _widths.CanSkipInputs(unit))
                ? [1, _widths.Padded(unit)]
                : [_widths.Padded(input), 1];
        }

        // Rows, of samples or of the Jacobian, follow each other.
        return [.. tensor.Axes.Select((_, axis) => axis == tensor.Axes.Count - 1 ? 1 : _widths.Padded(tensor.Axes[axis + 1]))];
    }

    /// <summary>Gives a place to every tensor that has none yet.</summary>
    public void Place(IEnumerable<Tensor> tensors)
    {
        foreach (var tensor in tensors.Where(tensor => !_layouts.ContainsKey(Key(tensor))))
        {
            switch (tensor.Role)
            {
                case TensorRole.Parameter:
                    _layouts.Add(Key(tensor), new(Memory.Parameters, PackedLength, Strides(tensor)));
                    PackedLength = _widths.Align(PackedLength + Size(tensor));
                    break;
                case TensorRole.Gradient:
                    _layouts.Add(Key(tensor), this[tensor.Parameter!] with { Memory = Memory.Gradients });
                    break;
                case TensorRole.Label:
                    _layouts.Add(Key(tensor), new(Memory.Labels, 0, [.. tensor.Axes.Select(_ => 1)]));
                    break;
                case var role when CallerMemory(role) is { } memory:
                    // The caller's rows follow each other without pads.
                    var row = tensor.Axes[tensor.Axes.Count - 1].Extent;
                    _layouts.Add(Key(tensor), new(memory, 0, [.. tensor.Axes.Select((_, axis) => axis == tensor.Axes.Count - 1 ? 1 : row)]));
                    break;
                default:
                    _layouts.Add(Key(tensor), new(Memory.Workspace, WorkspaceLength, Strides(tensor)));
                    WorkspaceLength = _widths.Align(WorkspaceLength + Size(tensor));
                    break;
            }
        }
    }

    private static Memory? CallerMemory(TensorRole role) => role switch
    {
        TensorRole.Input => Memory.Input,
        TensorRole.Target => Memory.Target,
        TensorRole.Prediction => Memory.Output,
        TensorRole.Logits => Memory.Logits,
        TensorRole.Visible => Memory.Visible,
        TensorRole.InputGradient => Memory.InputGradient,
        TensorRole.Jacobian => Memory.Jacobian,
        _ => null,
    };

    // The programs of labels and of targets name the same quantities alike, and share one workspace.
    private static string Key(Tensor tensor) => tensor.Name;

    private int Size(Tensor tensor)
    {
        var strides = Strides(tensor);
        var size = 1;
        for (var axis = 0; axis < strides.Count; axis++)
        {
            var extent = tensor.Axes[axis].CountsSamples ? _batch : strides[axis] == 1 ? _widths.Padded(tensor.Axes[axis]) : tensor.Axes[axis].Extent;
            size = Math.Max(size, extent * strides[axis]);
        }

        return size;
    }
}
