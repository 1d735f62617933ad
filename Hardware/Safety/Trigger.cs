namespace Locomotion.Hardware.Safety;

/// <summary>One cause's way up and down the ladder: up when seen for long enough, down when gone for long enough.</summary>
internal struct Trigger
{
    private FailsafeRung rises, falls;      // mildest seen above, worst seen below the rung in force, since seen without a gap
    private bool above, below;              // the reading has been seen there, since without a gap
    private double rising, falling;         // for how long, s
    private double beyondHold;              // for how long more than a hold has been asked for, s

    /// <summary>The rung in force.</summary>
    public FailsafeRung Rung { get; private set; }

    /// <summary>What was seen last, in the cause's unit.</summary>
    public double Value { get; private set; }

    /// <summary>One frame.</summary>
    /// <param name="seen">The rung that this frame's reading asks for.</param>
    /// <param name="value">The reading.</param>
    /// <param name="dt">Time since the frame before, s.</param>
    /// <param name="duration">How long a worse rung must be seen, s.</param>
    /// <param name="clear">How long a milder rung must be seen, s; infinite: it stays.</param>
    public void Update(FailsafeRung seen, double value, double dt, double duration, double clear)
    {
        bool goesOn = seen > FailsafeRung.Hold || double.IsPositiveInfinity(clear);
        beyondHold = Rung > FailsafeRung.Hold && goesOn ? beyondHold + dt : 0;
        Value = value;
        if (seen > Rung)
        {
            rises = above && rises < seen ? rises : seen;
            rising = above ? rising + dt : 0;
            (above, below) = (true, false);
            if (rising >= duration) Go(rises);
        }
        else if (seen < Rung)
        {
            falls = below && falls > seen ? falls : seen;
            falling = below ? falling + dt : 0;
            (above, below) = (false, true);
            if (falling >= clear) Go(falls);
        }
        else
        {
            above = below = false;
        }
    }

    /// <summary>The rung demanded, when all beyond hold must first hold for <paramref name="holdFirst"/> seconds.</summary>
    public readonly FailsafeRung Demand(double holdFirst) =>
        Rung > FailsafeRung.Hold && beyondHold < holdFirst ? FailsafeRung.Hold : Rung;

    private void Go(FailsafeRung rung)
    {
        Rung = rung;
        above = below = false;
    }
}
