using System.Collections.Generic;

namespace NetGen.Generator.Weights;

/// <summary>A tensor's entry in the header of a safetensors file. Its bytes are at [Begin, End) of the data.</summary>
internal sealed record WeightTensor(string Dtype, IReadOnlyList<long> Shape, long Begin, long End);
