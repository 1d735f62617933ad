using System.Device.I2c;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Robots;

namespace Locomotion.Hardware.Plant;

/// <summary>
/// One bus and all that hangs on it: each frame its boards get their pulses, then its sensors are read. Used by one thread at a time; neither
/// throws nor allocates after <see cref="TryStart"/>.
/// </summary>
public sealed class BusLine : IDisposable
{
    /// <summary>Most that a frame may spend on a bus, ns; a frame of 20 ms leaves the rest to the controller.</summary>
    public const long FrameBudget = 6_000_000;

    private readonly I2cBus bus;
    private readonly TickBudget budget;
    private readonly double[][] pulses;             // µs, [board][channel]
    private readonly Ads1115[] converters;
    private readonly List<ChipLink> links = [];
    private readonly bool[] heard;                  // [board]
    private readonly SettingsWatch boards, sensors;

    /// <summary>Takes the chips of <paramref name="plan"/> on <paramref name="bus"/>; nothing is sent yet.</summary>
    public BusLine(BusPlan plan, I2cBus bus, IClock clock, double frame)
    {
        Plan = plan;
        this.bus = bus;
        budget = new TickBudget(clock);
        Boards = [.. plan.Boards.Select(board => new Pca9685(bus.CreateDevice(board.Address), BoardSettings.For(board, frame), budget))];
        pulses = [.. Boards.Select(_ => new double[Pca9685.Channels])];
        heard = new bool[Boards.Count];
        converters = [.. plan.Converters.Select(converter => new Ads1115(bus.CreateDevice(converter.Address), MeasuringRange.FS4096, DataRate.SPS128, budget))];
        Loads = [.. converters.Select((converter, k) => new Ads1115Scan(converter, Math.Max(1, plan.Converters[k].Legs.Count)))];
        Expanders = [.. plan.Expanders.Select(expander => new Mcp23017(bus.CreateDevice(expander.Address), budget))];
        Closed = new ushort[Expanders.Count];
        Motion = plan.Motion is { } motion ? new Mpu6050(bus.CreateDevice(motion), AccelerometerRange.Range04G, GyroscopeRange.Range0500Dps, budget) : null;
        Rail = plan.Rail is { } rail ? new Ina219(bus.CreateDevice(rail.Address), rail.ShuntOhms, rail.MaxAmperes, budget) : null;
        boards = new SettingsWatch([.. Boards]);
        // ADS1115 keeps none: every conversion begins with its settings
        sensors = new SettingsWatch([.. Expanders, .. Motion is null ? [] : new ISetUpChip[] { Motion }, .. Rail is null ? [] : new ISetUpChip[] { Rail }]);
        links.AddRange(Boards.Select(board => board.Link));
        links.AddRange(converters.Select(converter => converter.Link));
        links.AddRange(Expanders.Select(expander => expander.Link));
        if (Motion is not null) links.Add(Motion.Link);
        if (Rail is not null) links.Add(Rail.Link);
    }

    /// <summary>What hangs here.</summary>
    public BusPlan Plan { get; }

    /// <summary>Servo boards, in the order of the plan.</summary>
    public IReadOnlyList<Pca9685> Boards { get; }

    /// <summary>Foot loads, in the order of the plan.</summary>
    public IReadOnlyList<Ads1115Scan> Loads { get; }

    /// <summary>Contacts, in the order of the plan.</summary>
    public IReadOnlyList<Mcp23017> Expanders { get; }

    /// <summary>Which contacts are closed, a bit each. [expander]</summary>
    public ushort[] Closed { get; }

    /// <summary>The motion sensor; null without one.</summary>
    public Mpu6050? Motion { get; }

    /// <summary>What it last felt.</summary>
    public MotionReading Felt { get; private set; }

    /// <summary>Readings taken from it so far.</summary>
    public long FeltCount { get; private set; }

    /// <summary>The rail monitor; null without one.</summary>
    public Ina219? Rail { get; }

    /// <summary>What it last read.</summary>
    public RailReading RailReading { get; private set; }

    /// <summary>Lines to all chips.</summary>
    public IReadOnlyList<ChipLink> Links => links;

    /// <summary>Whether a servo board lost its settings and was not set up again yet: it gives no pulses.</summary>
    public bool BoardLost => boards.AnyLost;

    /// <summary>Whether an expander, the motion sensor or the rail monitor lost its settings and was not set up again yet: what it says means nothing.</summary>
    public bool SensorLost => sensors.AnyLost;

    /// <summary>Whether a frame may set a lost sensor up anew; not while servos follow.</summary>
    public bool MayMend { get; set; }

    /// <summary>What the last frame spent on this bus, ns.</summary>
    public long FrameNanoseconds { get; private set; }

    /// <summary>Pulses that board <paramref name="board"/> gets in the next frame, µs, 0 for none. [channel]</summary>
    public Span<double> Pulses(int board) => pulses[board];

    /// <summary>Whether board <paramref name="board"/> took the pulses of the last frame.</summary>
    public bool Heard(int board) => heard[board];

    /// <summary>Sets up every chip, no pulse anywhere. Output enable must be high. May be called again.</summary>
    /// <returns>Null, or the first chip that did not answer as its data sheet says.</returns>
    public string? TryStart()
    {
        budget.Unlimit();
        string? silent = null;
        for (int board = 0; board < Boards.Count; board++)
            if (!boards.TryStart(board)) silent ??= Boards[board].Link.Name;
        int sensor = 0;
        for (int expander = 0; expander < Expanders.Count; expander++)
            if (!sensors.TryStart(sensor++)) silent ??= Expanders[expander].Link.Name;
        if (Motion is not null && !sensors.TryStart(sensor++)) silent ??= Motion.Link.Name;
        if (Rail is not null && !sensors.TryStart(sensor)) silent ??= Rail.Link.Name;
        for (int load = 0; load < Loads.Count; load++)
            if (!Loads[load].TryStep()) silent ??= Loads[load].Chip.Link.Name;
        foreach (ChipLink link in links) link.ClearFault();
        return silent;
    }

    /// <summary>One frame: pulses out, senses in, the settings of one board and of one sensor read back.</summary>
    public void Exchange()
    {
        long begun = budget.Clock.Nanoseconds;
        budget.Open(FrameBudget);
        for (int board = 0; board < pulses.Length; board++) heard[board] = Boards[board].TryWritePulses(pulses[board]);
        boards.Step();
        for (int expander = 0; expander < Expanders.Count; expander++)
            if (Expanders[expander].TryReadContacts(out ushort closed)) Closed[expander] = closed;
        if (Motion is not null && Motion.TryRead(out MotionReading felt))
        {
            Felt = felt;
            FeltCount++;
        }
        if (Rail is not null && Rail.TryRead(out RailReading reading)) RailReading = reading;
        if (!MayMend || !sensors.TryMend()) sensors.Step();
        for (int load = 0; load < Loads.Count; load++) Loads[load].TryStep();
        FrameNanoseconds = budget.Clock.Nanoseconds - begun;
    }

    /// <summary>Ends all pulses, as far as the bus carries the word.</summary>
    public bool TryAllOff()
    {
        bool all = true;
        foreach (Pca9685 board in Boards) all &= board.TryAllOff();
        return all;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Pca9685 board in Boards) board.Dispose();
        foreach (Ads1115 converter in converters) converter.Dispose();
        foreach (Mcp23017 expander in Expanders) expander.Dispose();
        Motion?.Dispose();
        Rail?.Dispose();
        bus.Dispose();
    }
}
