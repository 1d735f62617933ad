using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Safety;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Deploy.Running;

/// <summary>The robot on MQTT: it tells what it does, is driven and tuned, and its supervisor is asked to arm, stop and disarm it.</summary>
public sealed class RobotVoice : IStepObserver, IMachineSafety, ITickTimes, IDisposable
{
    private readonly ServoPlant servos;
    private readonly OperatorSource operators;
    private readonly TuningDesk tuning;
    private readonly AnimalBridge bridge;
    private readonly double period;
    private double ladderFor;

    /// <summary>Begins to speak.</summary>
    /// <param name="id">Its name there.</param>
    /// <param name="broker">Where.</param>
    /// <param name="scenario">Who commands when no operator does.</param>
    /// <param name="plant">What senses and moves, for missed deadlines.</param>
    /// <param name="servos">The servos and their supervisor.</param>
    /// <param name="controller">The nervous system.</param>
    /// <param name="animal">What it plays, for its card.</param>
    /// <param name="pose">Where the body is; null if nobody knows.</param>
    public RobotVoice(string id, BrokerAddress broker, IDescendingSource scenario, IPlant plant, ServoPlant servos, CentipedeController controller, string animal, BodyPose? pose)
    {
        this.servos = servos;
        period = controller.Timing.Period;
        operators = new OperatorSource(scenario, controller.Timing, new LadderTimes());
        tuning = new TuningDesk(controller, TimeProvider.System);
        AnimalCard card = new(id, "robot", animal, controller.Segments.Length, controller.Parameters.Oscillator, controller.Timing);
        bridge = new AnimalBridge(card, broker, new BridgeOptions(), new BridgedAnimal(controller, operators, plant, pose, this) { Machine = this },
            voice => new TuningService(tuning, voice, card));
    }

    /// <summary>Who commands.</summary>
    public IDescendingSource Source => operators;

    /// <inheritdoc/>
    public string Phase { get; private set; } = "init";

    /// <inheritdoc/>
    public string Reason { get; private set; } = "";

    /// <inheritdoc/>
    public long WorkNanoseconds => servos.WorkNanoseconds;

    /// <inheritdoc/>
    public long LateNanoseconds => servos.LateNanoseconds;

    /// <summary>What the supervisor is to know of the operator now. Loop's thread.</summary>
    public OperatorView View()
    {
        ladderFor = operators.Origin == CommandOrigin.Ladder ? ladderFor + period : 0;
        return new OperatorView(ladderFor, false, bridge.IsUp ? LinkState.Up : LinkState.Lost);
    }

    /// <inheritdoc/>
    public void Ask(string operation) => servos.Ask(operation switch
    {
        "arm" => OperatorRequests.Arm,
        "run" => OperatorRequests.Run,
        "disarm" => OperatorRequests.Disarm,
        "hold" => OperatorRequests.Hold,
        "reset" => OperatorRequests.Reset,
        _ => OperatorRequests.Stop,
    });

    /// <summary>Whether the alert stands that too many ticks begin late. Any thread.</summary>
    public bool IsLate => bridge.IsLate;

    /// <summary>Raises an alert. Any thread.</summary>
    public void Raise(string name, string message) => bridge.Raise(name, message);

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        tuning.LoopSide.Observe(tick, controller);
        bridge.Observe(tick, controller);
    }

    /// <summary>Takes over what the supervisor says; from outside the loop, since it makes text.</summary>
    public void Look()
    {
        SafetyOrders orders = servos.Orders;
        Reason = orders.Refused != ArmingChecks.None ? $"not armed, since these do not hold: {orders.Refused}" : orders.State is SafetyState.Hold or SafetyState.SafePose or SafetyState.Released or SafetyState.Fault ? orders.Reason.ToString() : "";
        Phase = Naming.Word(orders.State);
    }

    /// <summary>Says last words.</summary>
    public void Finish(string? fault) => bridge.Finish(fault);

    /// <inheritdoc/>
    public void Dispose() => bridge.Dispose();
}
