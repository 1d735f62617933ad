using Locomotion.Body;
using Locomotion.Body.Actuators;
using Locomotion.Body.Ground;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Machine;

/// <summary>What is beyond the chips: servos that follow pulses, a body that they move, and the sensors that feel it. On simulated time.</summary>
public sealed class SimulatedWorld
{
    private const double Step = 1e-3;           // s
    private const double SupplyOhms = 0.03;     // of battery and wires, ours

    private readonly Robot robot;
    private readonly BusModels[] buses;
    private readonly CalibrationSet servos;
    private readonly CommandLimits limits;
    private readonly CentipedeBody body;
    private readonly Command command;
    private readonly double[] last;             // places told, [joint]
    private readonly (Pca9685Model Board, int Channel, ServoCalibration Servo, int Joint)[] wired;
    private long steps;

    /// <summary>A body in a habitat, moved by the servos of <paramref name="robot"/>.</summary>
    /// <param name="robot">What is wired where.</param>
    /// <param name="parameters">Its body.</param>
    /// <param name="habitat">Where it lies.</param>
    /// <param name="buses">The chips.</param>
    /// <param name="servos">How its servos really turn.</param>
    public SimulatedWorld(Robot robot, BodyParameters parameters, Habitat habitat, IReadOnlyList<BusModels> buses, CalibrationSet servos)
    {
        (this.robot, this.buses, this.servos, limits) = (robot, [.. buses], servos, parameters.Limits);
        // the program's own limits stand before the pulses; the servos only follow
        CommandLimits none = new() { Bend = 3.14, Yaw = 1.57, Speed = 100, Acceleration = 1e5, CurrentBudget = 1000 };
        body = new CentipedeBody(parameters with { Limits = none, Actuators = parameters.Actuators with { Kind = ActuatorKind.Servo, Resolution = 0 } }, habitat);
        command = new Command(robot.Segments);
        last = [.. robot.SafePose];
        wired = [.. Wired()];
        Hand(last);
        body.Settle(command);
        Feel();
    }

    /// <summary>The body.</summary>
    public CentipedeBody Body => body;

    /// <summary>Voltage of the servo rail without load, V.</summary>
    public double SupplyVolts { get; set; } = 6.2;

    /// <summary>Current that the servos draw now, A.</summary>
    public double Amperes { get; private set; }

    /// <summary>Called after every step, 1 ms: for whoever watches the servos.</summary>
    public Action? Stepped { get; set; }

    /// <summary>The pulse that joint <paramref name="joint"/>'s servo gets now, µs; 0 without one.</summary>
    public double Pulse(int joint)
    {
        foreach ((Pca9685Model board, int channel, _, int moved) in wired)
            if (moved == joint) return board.PulseMicroseconds(channel);
        return 0;
    }

    /// <summary>Where joint <paramref name="joint"/> was last told to go by a pulse.</summary>
    public double Told(int joint) => last[joint];

    /// <summary>Lets the world go on until <paramref name="nanoseconds"/>, in whole steps.</summary>
    public void CatchUp(long nanoseconds)
    {
        while ((steps + 1) * 1_000_000 <= nanoseconds) Go();
    }

    private void Go()
    {
        steps++;
        bool any = false;
        double moving = 0, idle = 0, perSpeed = (limits.RunningCurrent - limits.IdleCurrent) / limits.Speed;
        for (int servo = 0; servo < wired.Length; servo++)
        {
            (Pca9685Model board, int channel, ServoCalibration map, int joint) = wired[servo];
            double pulse = board.PulseMicroseconds(channel);
            if (pulse == 0) continue;
            any = true;
            double place = map.Place(pulse), turned = Math.Min(Math.Abs(place - last[joint]) / Step, limits.Speed);
            idle += limits.IdleCurrent;
            moving += turned * perSpeed;
            last[joint] = place;
        }
        Amperes += (idle + moving - Amperes) * 0.05;    // the capacitors smooth it over 20 ms
        Hand(last);
        if (any) body.Take(command, Step);
        else body.Rest();
        body.Step(Step);
        Feel();
        Stepped?.Invoke();
    }

    private void Hand(ReadOnlySpan<double> places)
    {
        JointTable joints = robot.Joints;
        places[..command.Bend.Length].CopyTo(command.Bend);
        places[joints.Yaws..joints.Lifts].CopyTo(command.LegYaw);
        places[joints.Lifts..].CopyTo(command.LegLift);
    }

    /// <summary>Sets the sensors' inputs to what the body feels.</summary>
    private void Feel()
    {
        foreach (BusModels bus in buses)
        {
            for (int c = 0; c < bus.Converters.Count; c++)
            {
                ConverterPlan plan = bus.Plan.Converters[c];
                for (int input = 0; input < plan.Legs.Count; input++)
                    if (plan.Legs[input] >= 0) bus.Converters[c].Volts[input] = plan.Volts(Math.Min(body.FootLoad[plan.Legs[input]], 2));
            }
            for (int e = 0; e < bus.Expanders.Count; e++)
            {
                ExpanderPlan plan = bus.Plan.Expanders[e];
                for (int input = 0; input < plan.Inputs.Count; input++)
                {
                    ContactPlan contact = plan.Inputs[input];
                    if (contact.Kind != ContactKind.None)
                        bus.Expanders[e].SetContact(input, contact.Kind == ContactKind.Foot ? body.FootLoad[contact.Place] > 0.05 : body.Wetness[contact.Place] > 0.5);
                }
            }
            if (bus.Rail is not { } rail) continue;
            rail.RailVolts = SupplyVolts - SupplyOhms * Amperes;
            rail.RailAmperes = Amperes;
        }
    }

    private IEnumerable<(Pca9685Model, int, ServoCalibration, int)> Wired()
    {
        foreach (BusModels bus in buses)
        {
            for (int board = 0; board < bus.Boards.Count; board++)
            {
                ServoBoardPlan plan = bus.Plan.Boards[board];
                for (int channel = 0; channel < plan.Joints.Count; channel++)
                    if (plan.Joints[channel] is >= 0 and int joint) yield return (bus.Boards[board], channel, servos[joint]!, joint);
            }
        }
    }
}
