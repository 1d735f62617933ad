namespace Locomotion.Hardware.Safety;

/// <summary>From the request to arm to the first pulse: the whole checklist, held for the delay.</summary>
internal sealed class ArmingSequence(double delay)
{
    private double waited = -1;     // s since the request; negative: none is pending

    /// <summary>What did not hold when arming was last asked for or given up.</summary>
    public ArmingChecks Refused { get; private set; }

    /// <summary>Time until engaging begins, s; 0 when nothing is pending.</summary>
    public double TimeLeft => waited < 0 ? 0 : Math.Max(0, delay - waited);

    /// <summary>One frame while disarmed; true when engaging may begin.</summary>
    public bool Step(OperatorRequests request, ArmingChecks holding, double dt)
    {
        if (request is OperatorRequests.Disarm or OperatorRequests.Stop or OperatorRequests.Hold) Cancel();
        if (request == OperatorRequests.Arm && waited < 0) waited = 0;
        else if (waited >= 0) waited += dt;
        if (waited < 0) return false;

        ArmingChecks missing = ArmingChecks.All & ~holding;
        Refused = missing;
        if (missing == ArmingChecks.None && waited < delay) return false;
        waited = -1;
        return missing == ArmingChecks.None;
    }

    /// <summary>Arming was asked for where it cannot be.</summary>
    public void Refuse(ArmingChecks missing) => Refused = missing;

    /// <summary>Gives a pending request up.</summary>
    public void Cancel() => waited = -1;
}
