using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Body.Animals;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;

namespace Locomotion.Tests.Controller;

/// <summary>All that is remembered is hashed, saved and restored.</summary>
public class StateTests
{
    private const long Ticks = 4000;

    public static TheoryData<string, string[]> Animals() => new()
    {
        { "slow-walk", [] },
        { "fast-walk", ["oscillator=bursting"] },
        { "swim", [] },
        { "swim", ["oscillator=bursting"] },
        { "auto", ["swim-decision"] },
        { "auto", ["oscillator=bursting", "bursting.flexor.noise=0.1", "bursting.joint.noise=0.05"] },
        { "fast-walk", ["robot"] },
        { "swim", ["robot", "oscillator=bursting"] },
        { "amphibious", ["relay.fold-gate=or", "relay.overwrite-travels=true"] },
    };

    [Theory, MemberData(nameof(Animals))]
    public void Restored_at_any_tick_a_run_goes_on_as_if_unbroken(string name, string[] settings)
    {
        Scenario scenario = Named(name, settings);
        Simulation unbroken = new(scenario);
        Xoshiro256 random = new((ulong)name.Length);
        HashSet<long> stops = [1, .. Enumerable.Range(0, 5).Select(_ => (long)random.NextBetween(1, Ticks - 100))];
        List<(Snapshot Snapshot, byte[] State)> saved = [];
        var digests = new (ulong, ulong)[Ticks + 1];
        for (long tick = 0; tick < Ticks; tick++)
        {
            Tick(unbroken, tick);
            digests[tick + 1] = Digests(unbroken);
            if (stops.Contains(tick + 1)) saved.Add((Snapshot.Of(unbroken, scenario), State(unbroken)));
        }
        foreach ((Snapshot snapshot, byte[] state) in saved)
        {
            Simulation restored = SnapshotFormat.Read(SnapshotFormat.Write(snapshot), "saved").Restore("saved");
            Assert.Equal(state, State(restored));
            restored.Plant.Sense(restored.Controller.Senses);       // as the loop begins
            Assert.Equal(state, State(restored));
            Assert.Equal(digests[snapshot.Tick], Digests(restored));
            for (long tick = snapshot.Tick; tick < Ticks; tick++)
            {
                Tick(restored, tick);
                Assert.Equal(digests[tick + 1], Digests(restored));
            }
        }
    }

    [Fact]
    public void What_rested_between_goes_on_as_if_it_had_not()
    {
        foreach (string[] settings in new string[][] { [], ["robot"] })
        {
            Simulation one = new(Named("fast-walk", settings)), other = new(Named("fast-walk", settings));
            for (long tick = 0; tick < 500; tick++)
            {
                if (tick == 250) other.Plant.Rest();
                Tick(one, tick);
                Tick(other, tick);
            }
            Assert.Equal(Digests(one), Digests(other));
        }
    }

    [Fact]
    public void The_controllers_digest_does_not_depend_on_who_moves_the_body()
    {
        Simulation simulation = new(BuiltInScenarios.Named("fast-walk"));
        CentipedeController alone = new(21, simulation.Scenario.Animal.Controller, simulation.Scenario.Timing, simulation.Scenario.Seed);
        StateDigest digest = new(0, alone);
        for (long tick = 0; tick < 500; tick++)
        {
            simulation.Player.TryNext(tick, simulation.Controller.Senses, out DescendingCommand command);
            // the senses of the tick before, as a recording has them
            Copy(simulation.Controller.Senses, alone.Senses);
            ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
            alone.Descending = command;
            alone.Step();
            Copy(simulation.Controller.Senses, alone.Senses);
            simulation.Digest.Observe();
            Assert.Equal(simulation.Digest.Controller.Value, digest.Observe());
        }
    }

    [Fact]
    public void A_digest_names_the_field_that_differs()
    {
        CentipedeController controller = new(21, new ControllerParameters(), LoopTiming.Default, seed: 1);
        StateDigest digest = new(0, controller);
        Assert.Equal(digest.FieldNames.Count, digest.FieldNames.Distinct().Count());
        Assert.Subset(digest.FieldNames.ToHashSet(), new HashSet<string> { "controller.steps", "segments.phase-left", "segments.fold", "senses.foot-load", "command.leg-yaw" });
        digest.Observe();
        byte[] before = digest.Fields.ToArray();
        controller.Senses.FootLoad[7] = 0.3;
        controller.Command.LegYaw[41] = -0.0;
        controller.Senses.Bend[0] = BitConverter.UInt64BitsToDouble(1);
        digest.Observe();
        byte[] after = digest.Fields.ToArray();
        Assert.Equal(["senses.foot-load", "senses.bend", "command.leg-yaw"], digest.FieldNames.Where((_, k) => before[k] != after[k]));
    }

    [Fact]
    public void A_change_in_one_column_of_the_segments_shows_in_that_field_alone()
    {
        string[] names = [.. typeof(Locomotion.Controller.Cord.SegmentState).GetFields().Where(field => !field.IsStatic).Select(field => "segments." + Naming.Kebab(field.Name))];
        CentipedeController controller = new(21, new ControllerParameters(), LoopTiming.Default, seed: 1);
        StateDigest digest = new(0, controller);
        Assert.Equal(names, digest.FieldNames.Where(name => name.StartsWith("segments.", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_digest_is_chained_seeded_and_without_allocation()
    {
        Simulation simulation = new(BuiltInScenarios.Named("swim"));
        StateDigest one = new(0, simulation.Controller), other = new(1, simulation.Controller);
        Assert.NotEqual(one.Observe(), other.Observe());
        ulong first = one.Value;
        Assert.NotEqual(first, one.Observe());
        other.Value = first;
        Assert.Equal(one.Value, other.Observe());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 100; k++) simulation.Digest.Observe();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(20, "phase", "'links' has 21 bytes, not 22")]
    [InlineData(21, "bursting", "stands where 'phase-rhythm' should")]
    public void A_state_of_another_make_is_refused(int segments, string oscillator, string says)
    {
        Animal animal = Preset.Centipede.With("oscillator", oscillator);
        byte[] saved = StateWriter.Save(new CentipedeController(segments, animal.Controller, LoopTiming.Default, seed: 1));
        CentipedeController controller = new(21, new ControllerParameters(), LoopTiming.Default, seed: 1);
        string message = Assert.Throws<InvalidInputException>(() => StateReader.Restore(controller, saved, "saved")).Message;
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_cut_off_or_too_long_is_refused_at_every_length()
    {
        CentipedeController controller = new(3, new ControllerParameters(), LoopTiming.Default, seed: 1);
        byte[] saved = StateWriter.Save(controller);
        for (int length = 0; length < saved.Length; length++)
            Assert.Throws<InvalidInputException>(() => StateReader.Restore(controller, saved.AsMemory(0, length), "saved"));
        Assert.Throws<InvalidInputException>(() => StateReader.Restore(controller, new byte[saved.Length + 1], "saved"));
        Assert.Contains("left over", Assert.Throws<InvalidInputException>(() => StateReader.Restore(controller, (byte[])[.. saved, 0], "saved")).Message, StringComparison.Ordinal);
        StateReader.Restore(controller, saved, "saved");
    }

    private static Scenario Named(string name, string[] settings)
    {
        Scenario scenario = BuiltInScenarios.Named(name);
        foreach (string setting in settings)
        {
            string[] parts = setting.Split('=');
            Animal animal = setting == "robot" ? Preset.Robot : parts.Length == 2 ? scenario.Animal.With(parts[0], parts[1]) : scenario.Animal;
            scenario = scenario with { Animal = animal };
        }
        // near the shore, so that all happens soon
        if (name is "auto" or "amphibious") scenario = scenario with { Start = new StartPose(0.3, 0, 0), Timeline = [.. scenario.Timeline.Select(phase => phase with { Seconds = Math.Min(phase.Seconds, 1.3) })] };
        if (name is "auto") scenario = scenario with { Timeline = [scenario.Timeline[0] with { Seconds = 12 }] };
        return scenario with { Lesions = [.. ((string[])["deafen=2-right", "cut-behind=7@0.7", "silence=8@1.1", "amputate=3-left@2", "brain@3.2"]).Select(Lesion.Parse)] };
    }

    /// <summary>One tick, with parameters that change on the way.</summary>
    private static void Tick(Simulation simulation, long tick)
    {
        Animal now = simulation.Scenario.Animal with { Controller = simulation.Controller.Parameters };
        if (tick == 900) simulation.Controller.Parameters = now.With("motor.leg-amplitude", "0.6").With("relay.relay-time", "0.05").Controller;
        if (tick == 2500) simulation.Controller.Parameters = now.With("bursting.flexor.noise", "0.07").With("legs.load-feedback", "2").Controller;
        Assert.True(simulation.Player.TryNext(tick, simulation.Controller.Senses, out DescendingCommand command));
        ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
        simulation.Digest.Observe();
    }

    private static (ulong, ulong) Digests(Simulation simulation) => (simulation.Digest.Value, simulation.Digest.Controller.Value);

    private static byte[] State(Simulation simulation) => [.. StateWriter.Save(simulation.Controller), .. StateWriter.Save(simulation.Plant)];

    private static void Copy(Senses from, Senses to)
    {
        from.FootLoad.CopyTo(to.FootLoad, 0);
        from.FootContact.CopyTo(to.FootContact, 0);
        from.Wetness.CopyTo(to.Wetness, 0);
        from.Bend.CopyTo(to.Bend, 0);
    }
}
