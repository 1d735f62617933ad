using System.Collections.Concurrent;

namespace Locomotion.Deploy.Calibration;

/// <summary>Commands from a pipe or a file, one a line, read on a thread of its own: the heartbeat must not wait for it.</summary>
internal sealed class LineInput : IJogInput
{
    private readonly ConcurrentQueue<string> lines = new();
    private volatile bool read;

    /// <summary>Reads <paramref name="reader"/> to its end.</summary>
    public LineInput(TextReader reader) => new Thread(() =>
    {
        while (reader.ReadLine() is { } line) lines.Enqueue(line);
        read = true;
    }) { IsBackground = true, Name = "input" }.Start();

    /// <inheritdoc/>
    public bool Ended => read && lines.IsEmpty;

    /// <inheritdoc/>
    public string? Poll(bool moving) => !moving && lines.TryDequeue(out string? line) ? line : null;
}
