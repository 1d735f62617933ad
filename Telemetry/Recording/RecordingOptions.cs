using Locomotion.Telemetry.Mcap;

namespace Locomotion.Telemetry.Recording;

/// <summary>How a run is recorded.</summary>
public sealed record RecordingOptions
{
    /// <summary>For a simulation, which waits for the disk rather than lose a tick: nothing is lost but what a kill cuts off, at most <see cref="MostLost"/> of run.</summary>
    public static RecordingOptions Patient { get; } = new() { WhenFull = WhenFull.Wait, RingSeconds = 2 * BlockSeconds, Durable = false, TicksPerReading = 16 };

    /// <summary>For a robot, whose loop waits for nobody: the ring holds two seconds, and every chunk is on the disk before the next.</summary>
    public static RecordingOptions RealTime { get; } = new() { WhenFull = WhenFull.Drop, RingSeconds = 2, Durable = true };

    /// <summary>The most of a run that a kill takes from its end, s.</summary>
    public const double MostLost = 0.1;

    /// <summary>Time that one chunk of the file spans at most, s.</summary>
    public const double BlockSeconds = 0.048;

    /// <summary>What happens when the disk is slower than the run.</summary>
    public WhenFull WhenFull { get; init; }

    /// <summary>How much of the run may wait to be written, s.</summary>
    public double RingSeconds { get; init; }

    /// <summary>Whether each chunk is forced to the disk, so that it outlives a power cut and not just a kill.</summary>
    public bool Durable { get; init; }

    /// <summary>Ticks from one reading of the clock to the next: 1 where ticks are to be on time; reading it costs a hundredth of a simulation's step.</summary>
    public int TicksPerReading { get; init; } = 1;

    /// <summary>Viewing frames in a second, Hz; 0 records none.</summary>
    public double ViewRate { get; init; } = 50;

    /// <summary>How chunks are compressed.</summary>
    public Compression Compression { get; init; } = Compression.Zstd;
}

/// <summary>What a recorder does when its ring is full.</summary>
public enum WhenFull
{
    /// <summary>The loop waits for the disk.</summary>
    Wait,
    /// <summary>Viewing frames are lost first, from half a ring on; then inputs. Both are counted, and the log says so.</summary>
    Drop,
}
