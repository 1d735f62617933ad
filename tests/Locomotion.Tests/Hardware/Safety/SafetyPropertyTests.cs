using CsCheck;
using Locomotion.Hardware.Safety;

namespace Locomotion.Tests.Hardware.Safety;

public class SafetyPropertyTests
{
    private const int Sequences = 3000;

    /// <summary>Requests and mishaps, each for some frames; all well often enough to get anywhere.</summary>
    private sealed record Spell(int Frames, OperatorRequests Requests, Func<SafetyObservations, SafetyObservations> Mishap);

    private static readonly Gen<OperatorRequests> Request = Gen.Frequency(
        (6, Gen.Const(OperatorRequests.None)), (6, Gen.Const(OperatorRequests.Arm)), (6, Gen.Const(OperatorRequests.Run)),
        (3, Gen.Const(OperatorRequests.Disarm)), (2, Gen.Const(OperatorRequests.Reset)),
        (1, Gen.Const(OperatorRequests.Hold)), (1, Gen.Const(OperatorRequests.Stop)), (1, Gen.Int[0, 63].Select(bits => (OperatorRequests)bits)));

    private static readonly Gen<Func<SafetyObservations, SafetyObservations>> Mishap = Gen.Frequency<Func<SafetyObservations, SafetyObservations>>(
        (30, Gen.Const<Func<SafetyObservations, SafetyObservations>>(seen => seen)),
        (1, Gen.Int[0, 40].Select<int, Func<SafetyObservations, SafetyObservations>>(n => seen => seen with { MissedInARow = n })),
        (1, Gen.Double[0, 8].Select<double, Func<SafetyObservations, SafetyObservations>>(s => seen => seen with { SensesAge = s })),
        (1, Gen.Double[0, 8].Select<double, Func<SafetyObservations, SafetyObservations>>(s => seen => seen with { DriveAge = s })),
        (1, Gen.Const<Func<SafetyObservations, SafetyObservations>>(seen => seen with { Link = LinkState.Lost })),
        (1, Gen.Double[0, 15].Select<double, Func<SafetyObservations, SafetyObservations>>(a => seen => seen with { RailCurrent = a })),
        (1, Gen.Double[0, 7].Select<double, Func<SafetyObservations, SafetyObservations>>(v => seen => seen with { RailVoltage = v })),
        (1, Gen.Double[-3, 3].Select<double, Func<SafetyObservations, SafetyObservations>>(r => seen => seen with { Roll = r })),
        (1, Gen.Int[0, 30].Select<int, Func<SafetyObservations, SafetyObservations>>(n => seen => seen with { BusErrors = n })),
        (1, Gen.Const<Func<SafetyObservations, SafetyObservations>>(seen => seen with { Pitch = double.NaN, Time = -1 })),
        (1, Gen.Const<Func<SafetyObservations, SafetyObservations>>(seen => seen with { Checks = ArmingChecks.ChipIds })),
        (1, Gen.Const<Func<SafetyObservations, SafetyObservations>>(seen => seen with { CommandsNotFinite = true })),
        (1, Gen.Const<Func<SafetyObservations, SafetyObservations>>(seen => seen with { EmergencyStop = true })));

    private static readonly Gen<Spell[]> Life =
        Gen.Select(Gen.Frequency((3, Gen.Int[1, 10]), (2, Gen.Int[60, 150])), Request, Mishap, (frames, request, mishap) => new Spell(frames, request, mishap)).Array[1, 40];

    private static readonly Gen<SafetySettings> Settings = Gen.Select(Gen.Enum<OffMeaning>(), Gen.Double[0, 2], Gen.Double[0, 20],
        (off, holdFirst, idle) => new SafetySettings { Off = new() { Meaning = off, HoldFirst = holdFirst, IdleTime = idle, SafePoseTime = 2 } });

    [Fact]
    public void Outputs_are_never_on_where_they_must_be_off() => Lives((seen, _, now) =>
    {
        bool mayDrive = now.State is SafetyState.Engaging or SafetyState.Armed or SafetyState.Running or SafetyState.Hold or SafetyState.SafePose;
        Assert.Equal(mayDrive, now.OutputsEnabled);
        if (seen.EmergencyStop || seen.CommandsNotFinite) Assert.False(now.OutputsEnabled);
        if (seen.EmergencyStop || now.State == SafetyState.Fault) Assert.False(now.RailOn);
        if (!now.OutputsEnabled) Assert.False(now.Heartbeat);
        if (now.State != SafetyState.Running) Assert.Equal(0, now.DriveScale);
    });

    [Fact]
    public void A_stop_only_climbs_until_it_is_disarmed_or_reset() => Lives((seen, before, now) =>
    {
        if (Severity(before.State) == 0) return;
        bool left = before.State == SafetyState.Fault ? seen.Requests.HasFlag(OperatorRequests.Reset) : seen.Requests.HasFlag(OperatorRequests.Disarm);
        if (left && now.State == SafetyState.Disarmed) return;
        Assert.True(Severity(now.State) >= Severity(before.State), $"{before.State} fell to {now.State} by {seen.Requests}");
    });

    [Fact]
    public void Nothing_begins_to_move_but_by_arming_and_the_delay()
    {
        int engaged = 0;
        Life.Sample(life =>
        {
            SafetyScene scene = new(new());
            double armed = double.NaN;
            SafetyOrders before = default;
            foreach (SafetyObservations seen in Frames(life))
            {
                SafetyOrders now = scene.Step(seen);
                if (!before.OutputsEnabled && seen.Requests.HasFlag(OperatorRequests.Arm) && before.ArmingIn == 0) armed = scene.Time;
                if (now.OutputsEnabled && !before.OutputsEnabled)
                {
                    Assert.Equal(SafetyState.Disarmed, before.State);
                    Assert.Equal(SafetyState.Engaging, now.State);
                    Assert.InRange(scene.Time - armed, 2 - 1e-9, double.PositiveInfinity);
                    Assert.Equal(ArmingChecks.None, now.Refused);
                    Interlocked.Increment(ref engaged);
                }
                if (now.State == SafetyState.Running && before.State != SafetyState.Running) Assert.Equal(SafetyState.Armed, before.State);
                before = now;
            }
        }, iter: Sequences);
        Assert.True(engaged > Sequences / 10, $"Only {engaged} of {Sequences} lives got as far as engaging: the test tests little.");
    }

    [Fact]
    public void Of_two_mishaps_the_worse_wins() =>
        Gen.Select(Mishap, Mishap, Gen.Int[1, 200]).Sample((one, other, frames) =>
        {
            SafetyScene alone = new SafetyScene(new()).Into(SafetyState.Running), both = new SafetyScene(new()).Into(SafetyState.Running);
            SafetyScene second = new SafetyScene(new()).Into(SafetyState.Running);
            for (; frames > 0; frames--)
            {
                alone.Step(one(SafetyScene.AllWell));
                second.Step(other(SafetyScene.AllWell));
                both.Step(other(one(SafetyScene.AllWell)));
                if (other(one(SafetyScene.AllWell)) != one(other(SafetyScene.AllWell))) return;     // both of one kind: the later hides the earlier
                FailsafeRung worse = alone.Orders.Rung > second.Orders.Rung ? alone.Orders.Rung : second.Orders.Rung;
                Assert.Equal(worse, both.Orders.Rung);
                Assert.True(Severity(both.Orders.State) >= Math.Max(Severity(alone.Orders.State), Severity(second.Orders.State)));
            }
        }, iter: Sequences);

    [Fact]
    public void The_same_observations_give_the_same_orders() => Gen.Select(Life, Settings).Sample((life, settings) =>
    {
        SafetyScene one = new(settings), other = new(settings);
        foreach (SafetyObservations seen in Frames(life)) Assert.Equal(one.Step(seen), other.Step(seen));
    }, iter: 300);

    private static void Lives(Action<SafetyObservations, SafetyOrders, SafetyOrders> check) => Gen.Select(Life, Settings).Sample((life, settings) =>
    {
        SafetyScene scene = new(settings);
        foreach (SafetyObservations seen in Frames(life))
        {
            SafetyOrders before = scene.Orders;
            check(seen, before, scene.Step(seen));
        }
    }, iter: Sequences);

    /// <summary>A request stands in the first frame of its spell, a mishap in all.</summary>
    private static IEnumerable<SafetyObservations> Frames(Spell[] life)
    {
        foreach (Spell spell in life)
            for (int frame = 0; frame < spell.Frames; frame++)
                yield return spell.Mishap(SafetyScene.AllWell) with { Requests = frame == 0 ? spell.Requests : OperatorRequests.None };
    }

    private static int Severity(SafetyState state) => state switch
    {
        SafetyState.Hold => 1,
        SafetyState.SafePose => 2,
        SafetyState.Released => 3,
        SafetyState.Fault => 4,
        _ => 0,
    };
}
