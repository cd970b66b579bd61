namespace NetGen;

/// <summary>
/// A layer of a network. Layers stand below <see cref="NetworkAttribute"/>, and each reads the one above it unless it names
/// another.
/// </summary>
#pragma warning disable CS3015 // Its constructor is for this library's layers, which have public ones.
public abstract class LayerAttribute : Attribute
#pragma warning restore CS3015
{
    private protected LayerAttribute()
    {
    }

    /// <summary>A name by which layers below can read this one; none if not said.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The name of the layer that this one reads, or <c>"input"</c> for the network's input; the layer above if not said.
    /// </summary>
    public string? Input { get; set; }

    /// <summary>
    /// Whether what the layer gives can be looked at, by its <see cref="Name"/>: <c>Name = "features", Visible = true</c> generates
    /// <c>ForwardToFeatures(input, features)</c>, which computes the network as far as this layer, to the same bits as inside
    /// <c>Forward</c>, and the constant <c>FeaturesSize</c>; false if not said. Of the last layer <c>Forward</c> gives it.
    /// </summary>
    public bool Visible { get; set; }
}
