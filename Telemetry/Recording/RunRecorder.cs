using System.Diagnostics;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Rings;

namespace Locomotion.Telemetry.Recording;

/// <summary>
/// Records a run while it runs: everything that decides it, so that <see cref="Replaying.Replay"/> repeats it to the bit, and what there is
/// to see. The loop only copies numbers into a ring; a thread of its own writes the file.
/// </summary>
public sealed class RunRecorder : IStepObserver, IDisposable
{
    private readonly RecordingOptions options;
    private readonly CentipedeController controller;
    private readonly StateDigest digest;
    private readonly IPlant plant;
    private readonly BodyPose? pose;
    private readonly InputLayout inputs;
    private readonly ViewLayout views;
    private readonly RecordRing inputRing, viewRing;
    private readonly ParameterChanges changes = new();
    private readonly RecordingThread thread;
    private readonly int ticksPerFrame;
    private ControllerParameters tuned;
    private readonly LossCounters losses = new();

    /// <summary>Opens the recording and writes what is known before the first tick. All memory is taken here.</summary>
    /// <param name="file">Where it is written; it remains the caller's.</param>
    /// <param name="options">How.</param>
    /// <param name="description">What stands at the head of the file.</param>
    /// <param name="start">Where the run begins; its senses are those of the resting body.</param>
    /// <param name="plant">Asked for missed deadlines.</param>
    /// <param name="pose">Where the body is; null if nobody knows.</param>
    /// <param name="onFailure">Called once, from the recorder's thread, if the recording stops early; with <see cref="Failure"/>.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public RunRecorder(Stream file, RecordingOptions options, RunDescription description, RecordingStart start, IPlant plant, BodyPose? pose,
        Action<string>? onFailure = null)
    {
        (this.options, this.plant, this.pose) = (options, plant, pose);
        (controller, digest) = (start.Controller, start.Digest);
        tuned = controller.Parameters;
        int segments = controller.Segments.Length;
        double period = controller.Timing.Period;
        int blockTicks = Math.Max(1, (int)Math.Round(RecordingOptions.BlockSeconds / period));
        inputs = new InputLayout(segments, digest.FieldNames.Count);
        views = new ViewLayout(segments, pose is not null);
        ticksPerFrame = options.ViewRate > 0 ? Math.Max(1, (int)Math.Round(1 / (options.ViewRate * period))) : int.MaxValue;
        int capacity = Math.Max(2 * blockTicks, (int)(options.RingSeconds / period));
        inputRing = new RecordRing(inputs.Size, capacity);
        viewRing = new RecordRing(views.Size, capacity / ticksPerFrame + 2);
        thread = new RecordingThread(file, options, description, start, inputs, views, inputRing, viewRing, changes, losses, blockTicks, onFailure);
        Put(start.FirstTick - 1);
    }

    /// <summary>Why the recording has stopped, while the run goes on: a full disk, say. Null as long as all is well. Any thread.</summary>
    public string? Failure => thread.Failure;

    /// <inheritdoc/>
    /// <remarks>The digest must have observed this tick already.</remarks>
    public void Observe(long tick, CentipedeController controller)
    {
        if (tick % ticksPerFrame == 0) Show(tick);
        Put(tick);
    }

    /// <summary>Writes what still waits, and the end. Call after the last tick.</summary>
    /// <param name="fault">What ended the run, if it was a fault.</param>
    /// <returns>What was lost, and why; <see cref="RecordingResult.Whole"/> if nothing.</returns>
    public RecordingResult Finish(string? fault = null)
    {
        thread.Finish(fault);
        return new RecordingResult(losses.Inputs, losses.Frames, thread.Failure);
    }

    /// <summary>Stops the thread; what was not finished is left as a kill would leave it.</summary>
    public void Dispose() => thread.Dispose();

    private void Put(long tick)
    {
        bool changed = !ReferenceEquals(controller.Parameters, tuned);
        if (!TryClaim(inputRing, out Span<double> record) || (changed && !changes.TryPut(tick, controller.Parameters)))
        {
            losses.Inputs++;
            return;
        }
        tuned = controller.Parameters;
        inputs.Write(record, tick, controller, digest.Value, digest.Fields, tick % options.TicksPerReading == 0 ? Now() : 0, plant.MissedDeadlines, changes.Count);
        inputRing.Publish();
        inputRing.Prefetch();
    }

    private static long Now() => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    private void Show(long tick)
    {
        bool crowded = options.WhenFull == WhenFull.Drop && inputRing.Waiting > inputRing.Capacity / 2;
        if (crowded || !TryClaim(viewRing, out Span<double> record))
        {
            losses.Frames++;
            return;
        }
        views.Write(record, tick, controller, pose);
        viewRing.Publish();
    }

    private bool TryClaim(RecordRing ring, out Span<double> record)
    {
        if (ring.TryClaim(out record)) return true;
        if (options.WhenFull == WhenFull.Drop) return false;
        SpinWait wait = default;
        while (!ring.TryClaim(out record)) wait.SpinOnce(RecordingThread.Yields);
        return true;
    }
}
