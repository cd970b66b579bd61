using System.Collections.Generic;
using NetGen.Generator.Tensors;

namespace NetGen.Generator.Lowering;

/// <summary>The local variables of a routine that hold values for the groups that follow.</summary>
internal sealed class Registers
{
    private readonly Dictionary<(Tensor Tensor, int Offset, int Width), string> _names = [];

    /// <summary>Notes that a variable holds so many of the tensor's lanes, from an offset on; 0 for a scalar.</summary>
    public void Hold(Tensor tensor, int offset, int width, string name) => _names[(tensor, offset, width)] = name;

    /// <summary>The variable; null if memory holds the value.</summary>
    public string? Find(Tensor tensor, int offset, int width) => _names.TryGetValue((tensor, offset, width), out var name) ? name : null;

    /// <summary>Forgets a sample's values behind its loop.</summary>
    public void Forget(Tensor tensor)
    {
        foreach (var key in new List<(Tensor Tensor, int Offset, int Width)>(_names.Keys))
        {
            if (key.Tensor == tensor)
                _names.Remove(key);
        }
    }
}
