namespace Locomotion.Hardware.Safety;

/// <summary>All causes, each on its rung; the worst wins. Remembers what persistence, hysteresis and latching need.</summary>
internal sealed class FailsafeTriggers(SafetySettings settings)
{
    private static readonly int Causes = Enum.GetValues<SafetyCause>().Length;

    private readonly Trigger[] triggers = new Trigger[Causes];      // [cause]
    private double linkLost, idle;                                  // for how long, s

    /// <summary>The worst demand of the frame.</summary>
    public FailsafeRung Worst { get; private set; }

    /// <summary>Whose it is.</summary>
    public SafetyCause WorstCause { get; private set; }

    /// <summary>What was seen of it, in the unit that <see cref="SafetyCause"/> names.</summary>
    public double WorstValue => triggers[(int)WorstCause].Value;

    /// <summary>One frame.</summary>
    /// <param name="seen">What was seen.</param>
    /// <param name="requests">The request that counts.</param>
    /// <param name="state">The state before the frame.</param>
    /// <param name="step">Time since the frame before as the clock says, s: not positive if it went wrong.</param>
    /// <param name="dt">The same, made usable, s.</param>
    public void Update(in SafetyObservations seen, OperatorRequests requests, SafetyState state, double step, double dt)
    {
        bool railKnown = state is not (SafetyState.Unpowered or SafetyState.Fault);    // there it is off anyway
        bool still = state is SafetyState.Armed or SafetyState.Hold or SafetyState.SafePose || (state == SafetyState.Running && seen.DriveIdle);
        linkLost = seen.Link == LinkState.Lost ? linkLost + dt : 0;
        idle = still ? idle + dt : 0;

        Set(SafetyCause.OperatorHold, When(requests == OperatorRequests.Hold, FailsafeRung.Hold), 0, dt);
        Set(SafetyCause.OperatorStop, When(requests == OperatorRequests.Stop, OfStop), 0, dt);
        Set(SafetyCause.Idle, Thresholds.Above(idle, [(settings.Off.IdleTime, FailsafeRung.SafePose)]), idle, dt);
        Set(SafetyCause.StaleDrive, state == SafetyState.Running ? OfDrive(seen.DriveAge) : FailsafeRung.None, seen.DriveAge, dt);
        Set(SafetyCause.LinkLoss, seen.Link == LinkState.Lost ? OfLink(linkLost) : FailsafeRung.None, linkLost, dt);
        Set(SafetyCause.LimitDwell, OfDwell(seen.LimitDwell), seen.LimitDwell, dt);
        double tilt = Math.Max(Math.Abs(seen.Roll), Math.Abs(seen.Pitch));
        Set(SafetyCause.Attitude, settings.Attitude.Watch ? Worse(OfTilt(Math.Abs(seen.Roll)), OfTilt(Math.Abs(seen.Pitch))) : FailsafeRung.None, tilt, dt, settings.Attitude.Duration);
        Set(SafetyCause.StaleSenses, OfSenses(seen.SensesAge), seen.SensesAge, dt);
        FailsafeRung low = settings.Voltage.Watch && railKnown ? OfVoltage(seen.RailVoltage) : FailsafeRung.None;
        Set(SafetyCause.LowVoltage, low, seen.RailVoltage, dt, settings.Voltage.Duration, latched: railKnown && state != SafetyState.Disarmed);
        FailsafeRung high = settings.Current.Watch ? OfCurrent(seen.RailCurrent, state) : FailsafeRung.None;
        Set(SafetyCause.OverCurrent, high, seen.RailCurrent, dt, settings.Current.Duration);
        Set(SafetyCause.MissedDeadlines, OfMisses(seen.MissedInARow), seen.MissedInARow, dt);
        Set(SafetyCause.SensorLost, When(seen.SensorLost, FailsafeRung.Hold), 1, dt);
        Set(SafetyCause.BusErrors, OfBus(seen.BusErrors), seen.BusErrors, dt);
        Set(SafetyCause.Clock, When(!(step > 0), FailsafeRung.Hold), step, dt);
        Set(SafetyCause.NotFinite, When(seen.CommandsNotFinite, FailsafeRung.CutRail), double.NaN, dt);
        Set(SafetyCause.EmergencyStop, When(seen.EmergencyStop, FailsafeRung.CutRail), 1, dt);
        FindWorst();
    }

    private FailsafeRung OfStop => settings.Off.Meaning switch
    {
        OffMeaning.Hold => FailsafeRung.Hold,
        OffMeaning.Slump => FailsafeRung.Release,
        _ => FailsafeRung.SafePose,
    };

    private FailsafeRung OfDrive(double age) =>
        Thresholds.Above(age, [(settings.Drive.Freeze, FailsafeRung.FreezeDrive), (settings.Drive.Hold, FailsafeRung.Hold)]);

    private FailsafeRung OfLink(double lost)
    {
        LinkSettings s = settings.Link;
        FailsafeRung rung = Thresholds.Above(lost, [(s.Freeze, FailsafeRung.FreezeDrive), (s.Hold, FailsafeRung.Hold),
            (s.SafePose, FailsafeRung.SafePose), (s.Release, FailsafeRung.Release)]);
        return Worse(rung, FailsafeRung.Warn);
    }

    private FailsafeRung OfDwell(double dwell) =>
        Thresholds.Above(dwell, [(settings.LimitDwell.Warn, FailsafeRung.Warn), (settings.LimitDwell.Hold, FailsafeRung.Hold)]);

    private FailsafeRung OfTilt(double tilt) =>
        Thresholds.Above(tilt, [(settings.Attitude.Freeze, FailsafeRung.FreezeDrive), (settings.Attitude.Release, FailsafeRung.Release)]);

    private FailsafeRung OfSenses(double age)
    {
        SensesSettings s = settings.Senses;
        return Thresholds.Above(age, [(s.Freeze, FailsafeRung.FreezeDrive), (s.Hold, FailsafeRung.Hold), (s.SafePose, FailsafeRung.SafePose)]);
    }

    private FailsafeRung OfVoltage(double voltage)
    {
        VoltageSettings s = settings.Voltage;
        return Thresholds.Below(voltage, triggers[(int)SafetyCause.LowVoltage].Rung, s.Hysteresis, [(s.Warn, FailsafeRung.Warn),
            (s.Slow, FailsafeRung.Slow), (s.SafePose, FailsafeRung.SafePose), (s.Release, FailsafeRung.Release), (s.On, FailsafeRung.Release)]);
    }

    private FailsafeRung OfCurrent(double current, SafetyState state)
    {
        CurrentSettings s = settings.Current;
        double engaging = state == SafetyState.Engaging ? settings.Engagement.Current : 0;
        return Thresholds.Above(current, [(s.Warn, FailsafeRung.Warn), (s.Release, FailsafeRung.Release), (engaging, FailsafeRung.Release)]);
    }

    private FailsafeRung OfMisses(long misses) => Thresholds.From(misses,
        [(1, FailsafeRung.Warn), (settings.Deadlines.Hold, FailsafeRung.Hold), (settings.Deadlines.Fault, FailsafeRung.CutRail)]);

    private FailsafeRung OfBus(long errors) => Thresholds.From(errors,
        [(settings.Bus.Warn, FailsafeRung.Warn), (settings.Bus.Hold, FailsafeRung.Hold), (settings.Bus.Fault, FailsafeRung.CutRail)]);

    private static FailsafeRung Worse(FailsafeRung a, FailsafeRung b) => a > b ? a : b;

    private static FailsafeRung When(bool seen, FailsafeRung rung) => seen ? rung : FailsafeRung.None;

    private void Set(SafetyCause cause, FailsafeRung seen, double value, double dt, double duration = 0, bool latched = false)
    {
        double clear = latched ? double.PositiveInfinity
            : cause is SafetyCause.OperatorHold or SafetyCause.OperatorStop or SafetyCause.Idle ? 0 : settings.Off.ClearTime;
        triggers[(int)cause].Update(seen, value, dt, duration, clear);
    }

    private void FindWorst()
    {
        Worst = FailsafeRung.None;
        WorstCause = SafetyCause.None;
        for (int cause = 1; cause < triggers.Length; cause++)
        {
            FailsafeRung rung = triggers[cause].Demand(HoldsFirst((SafetyCause)cause) ? settings.Off.HoldFirst : 0);
            if (rung == FailsafeRung.None || rung < Worst) continue;
            Worst = rung;
            WorstCause = (SafetyCause)cause;
        }
    }

    private static bool HoldsFirst(SafetyCause cause) =>
        cause is SafetyCause.LinkLoss or SafetyCause.Attitude or SafetyCause.StaleSenses or SafetyCause.LowVoltage;
}
