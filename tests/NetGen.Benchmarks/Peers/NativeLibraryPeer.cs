using System.Runtime.InteropServices;
using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Peers;

/// <summary>A shared library that exports what <c>Peers/peer.h</c> says.</summary>
internal sealed unsafe class NativeLibraryPeer : IPeer
{
    private readonly string _name;
    private readonly delegate* unmanaged<byte, int, int*, float*, float*, nint> _create;
    private readonly delegate* unmanaged<nint, void> _destroy;
    private readonly delegate* unmanaged<nint, float*, void> _setParameters;
    private readonly delegate* unmanaged<nint, float*, void> _getParameters;
    private readonly delegate* unmanaged<nint, float*, void> _getOutputs;
    private readonly delegate* unmanaged<nint, int, int, float, void> _run;

    /// <param name="column">The column it competes for.</param>
    /// <param name="name">What tells it from others of that column.</param>
    /// <param name="path">The library's file.</param>
    public NativeLibraryPeer(string column, string name, string path)
    {
        Column = column;
        _name = name;
        nint library = NativeLibrary.Load(path);
        _create = (delegate* unmanaged<byte, int, int*, float*, float*, nint>)NativeLibrary.GetExport(library, "peer_create");
        _destroy = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "peer_destroy");
        _setParameters = (delegate* unmanaged<nint, float*, void>)NativeLibrary.GetExport(library, "peer_set_parameters");
        _getParameters = (delegate* unmanaged<nint, float*, void>)NativeLibrary.GetExport(library, "peer_get_parameters");
        _getOutputs = (delegate* unmanaged<nint, float*, void>)NativeLibrary.GetExport(library, "peer_get_outputs");
        _run = (delegate* unmanaged<nint, int, int, float, void>)NativeLibrary.GetExport(library, "peer_run");
    }

    public string Column { get; }

    public Contestant? Create(Workload workload)
    {
        nint handle;
        fixed (int* sizes = workload.Shape.Sizes)
        {
            handle = _create(
                (byte)workload.Shape.Name[0], workload.Shape.Sizes.Length, sizes, workload.InputPointer, workload.TargetPointer);
        }

        return handle == 0 ? null : new Instance(this, workload, handle);
    }

    private sealed class Instance(NativeLibraryPeer peer, Workload workload, nint handle) : InProcess(peer._name)
    {
        public override float[] GetParameters()
        {
            var values = new float[workload.Shape.ParameterCount];
            fixed (float* pointer = values)
                peer._getParameters(handle, pointer);
            return values;
        }

        public override void SetParameters(float[] values)
        {
            fixed (float* pointer = values)
                peer._setParameters(handle, pointer);
        }

        public override float[] GetOutputs()
        {
            var values = new float[Workload.Samples * workload.Shape.Outputs];
            fixed (float* pointer = values)
                peer._getOutputs(handle, pointer);
            return values;
        }

        public override void Dispose()
        {
            peer._destroy(handle);
            base.Dispose();
        }

        public override void Run(Work work, int times, float learningRate) => peer._run(handle, (int)work, times, learningRate);
    }
}
