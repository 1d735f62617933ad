using Locomotion.Body;
using Locomotion.Body.Animals;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;
using Locomotion.Hardware.Timing;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Deploy.Running;

/// <summary>One run of a robot: the same nervous system as on the desk, in a loop of its own, on a machine or on models of one.</summary>
public sealed class RobotRun : IStepObserver, IDisposable
{
    /// <summary>Time that a run has at its end at least, for the supervisor to release the servos, s; and beyond what its settings take.</summary>
    private const double ShortestFarewell = 20, Spare = 2;

    /// <summary>Time between two attempts to arm, s.</summary>
    private const double ArmAgain = 1;

    private readonly Robot robot;
    private readonly RobotOptions options;
    private readonly IPlant plant;
    private readonly StateDigest digest;
    private readonly FileStream? file;
    private readonly RunRecorder? recorder;
    private readonly SupervisedSource source;
    private long allocatedFirst, ticks, lastTick = long.MaxValue, nextArming;
    private volatile bool ending;

    /// <summary>Prepares the run: sets up every chip, outputs off, and takes all memory.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="calibration">Of its servos.</param>
    /// <param name="machine">Its ports.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="InvalidInputException">Something in robot file or calibration does not fit.</exception>
    /// <exception cref="IOException">The recording cannot be written.</exception>
    public RobotRun(Robot robot, CalibrationSet calibration, IMachine machine, RobotOptions options)
    {
        (this.robot, this.options) = (robot, options);
        Animal animal = RobotAnimal.Of(robot);
        Metronome metronome = new(machine.Clock, (long)Math.Round(robot.Timing.Period * 1e9));
        bool simulated = machine is SimulatedMachine;
        Servos = new ServoPlant(robot, animal.Body.Limits, calibration,
            new RobotPorts(machine.OpenBus, machine.Gpio, machine.Clock, metronome, lines => simulated || lines.Count < 2 ? new OneAfterTheOther(lines) : new OneThreadEach(lines, options.RealTime)));
        plant = robot.IsComplete ? Servos : new MixedPlant(Servos, new SimulatedPlant(new CentipedeBody(animal.Body, options.Habitat), robot.Timing.Step, options.Seed));
        Controller = new CentipedeController(robot.Segments, animal.Controller, robot.Timing, options.Seed);
        digest = new StateDigest(0, Controller);
        IDescendingSource inner = options.Script is { } script ? Scripted(script, machine as SimulatedMachine) : new Standing();
        BodyPose? pose = (machine as SimulatedMachine)?.World is { } world ? world.Body.Chain.CopyPose : null;
        if (options.Broker is { } broker)
            Voice = new RobotVoice(options.Id ?? robot.Name, broker, inner, plant, Servos, Controller, options.Script is null ? "operators" : "script", pose);
        source = Voice is { } voice ? new SupervisedSource(voice.Source, Servos, voice.View) : new SupervisedSource(inner, Servos, () => new OperatorView(0, false, LinkState.NotUsed));
        plant.Sense(Controller.Senses);
        if (options.Record is not { } path) return;
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        ControllerSetup setup = new(robot.Segments, animal.Controller, robot.Timing, options.Seed, []);
        ulong now = (ulong)(DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;
        recorder = new RunRecorder(file, simulated ? RecordingOptions.Patient : RecordingOptions.RealTime, new RunDescription(setup, now, options.Files),
            new RecordingStart(Controller, digest, 0), plant, pose, failure =>
            {
                Failure = failure;
                Voice?.Raise("recording", failure);
            });
    }

    /// <summary>The nervous system.</summary>
    public CentipedeController Controller { get; }

    /// <summary>The servos, and who supervises them.</summary>
    public ServoPlant Servos { get; }

    /// <summary>The robot on MQTT; null if it does not speak.</summary>
    public RobotVoice? Voice { get; }

    /// <summary>Ticks done. Any thread.</summary>
    public long Ticks => Volatile.Read(ref ticks);

    /// <summary>Chained digest of the nervous system.</summary>
    public ulong Digest => digest.Value;

    /// <summary>Bytes that the loop has allocated since its second tick.</summary>
    public long Allocated { get; private set; }

    /// <summary>Why the recording stopped early; null as long as it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>What broke the run; null if nothing did.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether it is on its way to its end. Any thread.</summary>
    public bool IsEnding => ending;

    /// <summary>Asks for a gentle end: stop, safe pose, release, and then no more ticks. Any thread.</summary>
    public void End() => ending = true;

    /// <summary>Longest time that a run waits at its end for the servos to be released, s.</summary>
    public static double Farewell(OffSettings off) => Math.Max(ShortestFarewell, off.HoldFirst + off.SafePoseTime + Spare);

    /// <summary>Runs until the script is over and the servos are released, or <paramref name="stop"/>.</summary>
    public void Run(CancellationToken stop)
    {
        try
        {
            ControlLoop.Run(Controller, plant, new Ends(this), this, stop);
        }
        catch (PlantFaultException fault)
        {
            Fault = fault.Message;
        }
        finally
        {
            plant.Rest();
        }
        recorder?.Finish(Fault);
        Voice?.Look();
        Voice?.Finish(Fault);
    }

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        digest.Observe();
        recorder?.Observe(tick, controller);
        Voice?.Observe(tick, controller);
        Servos.Alert = Failure is not null || Voice is { IsLate: true };
        if (options.Arm) KeepArming(tick);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        if (tick <= 1) allocatedFirst = allocated;
        Allocated = allocated - allocatedFirst;
        Volatile.Write(ref ticks, tick + 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Servos.Dispose();
        Voice?.Dispose();
        recorder?.Dispose();
        file?.Dispose();
    }

    /// <summary>Arms until it is armed once, then lets it run; never again after that.</summary>
    private void KeepArming(long tick)
    {
        SafetyState state = Servos.Orders.State;
        if (nextArming == long.MaxValue || ending) return;
        if (state == SafetyState.Running) nextArming = long.MaxValue;
        else if (state == SafetyState.Armed) Servos.Ask(OperatorRequests.Run);
        else if (state == SafetyState.Disarmed && Servos.Orders.ArmingIn == 0 && tick >= nextArming)
        {
            Servos.Ask(OperatorRequests.Arm);
            nextArming = tick + robot.Timing.Ticks(ArmAgain);
        }
    }

    private GaitScript Scripted(GaitScript script, SimulatedMachine? machine)
    {
        if (machine is null && script.Presses)
            throw new InvalidInputException("Script", "'emergency-stop'", "is for a simulated machine", "press the real one");
        script.Ask = Servos.Ask;
        script.Press = () => machine!.Wiring.StopPressed = true;
        script.MayBegin = () => !options.Arm || Servos.Orders.State == SafetyState.Running;
        return script;
    }

    /// <summary>Ends the run softly: when the script is over, time is up or somebody asked, it stops and waits for the release.</summary>
    private sealed class Ends(RobotRun run) : IDescendingSource
    {
        public bool TryNext(long tick, Senses senses, out Controller.Descending.DescendingCommand command)
        {
            bool more = run.source.TryNext(tick, senses, out command);
            if (!more || tick * run.robot.Timing.Period >= run.options.Seconds) run.ending = true;
            if (!run.ending) return true;
            if (run.lastTick == long.MaxValue)
            {
                run.lastTick = tick + run.robot.Timing.Ticks(Farewell(run.robot.Safety.Off));
                run.Servos.Ask(OperatorRequests.Stop);
            }
            command = default;
            return !IsOver(run.Servos.Orders.State) && tick < run.lastTick;
        }

        /// <summary>Nothing more will come of the stop: pulses are off, or it means to hold, as long as the program runs.</summary>
        private bool IsOver(SafetyState state)
        {
            return state is SafetyState.Unpowered or SafetyState.Disarmed or SafetyState.Released or SafetyState.Fault
                || (state == SafetyState.Hold && run.robot.Safety.Off.Meaning == OffMeaning.Hold);
        }
    }

    private sealed class Standing : IDescendingSource
    {
        public bool TryNext(long tick, Senses senses, out Controller.Descending.DescendingCommand command)
        {
            command = default;
            return true;
        }
    }
}
