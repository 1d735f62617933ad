using System.Diagnostics;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Rings;

namespace Locomotion.Telemetry.Recording;

/// <summary>Writes what waits in the rings, on a thread of its own, until it is told to finish or the disk fails; then it only empties them.</summary>
internal sealed class RecordingThread : IDisposable
{
    /// <summary>How often a thread that waits for the other only yields, before it begins to sleep between looks.</summary>
    public const int Yields = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(40), Rest = TimeSpan.FromMilliseconds(2);

    private readonly Stream stream;
    private readonly RecordingOptions options;
    private readonly RecordRing inputs, views;
    private readonly ParameterChanges changes;
    private readonly LossCounters losses;
    private readonly int chunkTicks;
    private readonly Action<string>? onFailure;
    private readonly McapWriter mcap;
    private readonly RecordingFile file;
    private readonly Thread thread;
    private string? fault;
    private volatile string? failure;
    private volatile bool finishing, abandoned;

    /// <summary>Writes the head of the file, then starts.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public RecordingThread(Stream stream, RecordingOptions options, RunDescription description, RecordingStart start, InputLayout inputLayout,
        ViewLayout viewLayout, RecordRing inputs, RecordRing views, ParameterChanges changes, LossCounters losses, int chunkTicks, Action<string>? onFailure)
    {
        (this.stream, this.options, this.inputs, this.views) = (stream, options, inputs, views);
        (this.changes, this.losses, this.chunkTicks, this.onFailure) = (changes, losses, chunkTicks, onFailure);
        RecordingClock clock = new(description.StartNanoseconds, start.Controller.Timing.Period);
        mcap = new McapWriter(stream, new McapWriterOptions { Library = $"locomotion {Provenance.Version}", Compression = options.Compression });
        description.Write(mcap, start);
        file = new RecordingFile(mcap, new InputChannels(mcap, inputLayout, clock, start, chunkTicks), new ViewChannels(mcap, viewLayout, clock, start), start.FirstTick);
        Sync();
        thread = new Thread(Run) { Name = "recorder", IsBackground = true };
        thread.Start();
    }

    /// <summary>Why it stopped early; null if it did not.</summary>
    public string? Failure => failure;

    /// <summary>Writes all that waits and the end of the file, and ends the thread.</summary>
    public void Finish(string? ended)
    {
        fault = ended;
        finishing = true;
        thread.Join();
    }

    /// <summary>Ends the thread at once.</summary>
    public void Dispose()
    {
        abandoned = true;
        thread.Join();
        mcap.Dispose();
    }

    private void Run()
    {
        long since = Stopwatch.GetTimestamp();      // when everything that waited had been written
        SpinWait spin = default;
        while (!abandoned)
        {
            bool ending = finishing;                // before looking: what was published before it was set is seen now
            int waiting = Math.Min(inputs.Waiting, chunkTicks);
            if (waiting == 0) since = Stopwatch.GetTimestamp();
            if (waiting == chunkTicks || (waiting > 0 && (ending || Stopwatch.GetElapsedTime(since) > Patience)))
            {
                Write(waiting);
                since = Stopwatch.GetTimestamp();
                spin.Reset();
            }
            else if (ending)
            {
                End();
                return;
            }
            else if (options.WhenFull == WhenFull.Wait)
            {
                spin.SpinOnce(Yields);
            }
            else
            {
                Thread.Sleep(Rest);
            }
        }
    }

    private void Write(int count)
    {
        try
        {
            if (failure is null)
            {
                file.WriteChunk(inputs, count, views, changes, losses);
                Sync();
            }
        }
        catch (IOException broken)
        {
            Fail(broken);
        }
        if (failure is not null) Discard();
        inputs.Release(count);
    }

    private void End()
    {
        if (failure is not null) return;
        try
        {
            file.Finish(losses, fault);
            Sync();
        }
        catch (IOException broken)
        {
            Fail(broken);
        }
    }

    private void Fail(IOException broken)
    {
        failure = broken.Message;
        onFailure?.Invoke(broken.Message);
    }

    /// <summary>Nobody will write them any more, and the loop must not notice.</summary>
    private void Discard()
    {
        views.Release(views.Waiting);
        while (changes.TryTake(long.MaxValue, out _, out _))
        {
        }
    }

    private void Sync()
    {
        if (options.Durable && stream is FileStream disk) disk.Flush(flushToDisk: true);
    }
}
