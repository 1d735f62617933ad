using System.IO.MemoryMappedFiles;
using Locomotion.Controller;
using Locomotion.Controller.Loop;

namespace Locomotion.Benchmarks.Recordings;

/// <summary>Notes the last tick done in a mapped file, which outlives the process however it ends.</summary>
public sealed class TickFile : IStepObserver, IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;

    /// <summary>Makes the file, with 0 ticks done.</summary>
    public TickFile(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, mapName: null, capacity: sizeof(long));
        view = file.CreateViewAccessor();
    }

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller) => view.Write(0, tick + 1);

    /// <inheritdoc/>
    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
    }
}
