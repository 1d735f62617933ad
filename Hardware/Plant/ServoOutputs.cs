using Locomotion.Controller.Limits;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;

namespace Locomotion.Hardware.Plant;

/// <summary>From places of joints to pulses on channels: the wired and calibrated servos of a robot. Those without calibration get no pulses.</summary>
internal sealed class ServoOutputs
{
    private readonly BusLine[] lines;
    private readonly Output[] servos;
    private readonly EngagementPlan engagement;

    /// <summary>The servos of <paramref name="calibration"/>'s robot on its buses.</summary>
    /// <param name="calibration">Places to pulses.</param>
    /// <param name="lines">The buses, in the robot's order.</param>
    /// <param name="jointsPerGroup">How many engage together.</param>
    /// <param name="idleCurrent">Of one that engages, A.</param>
    public ServoOutputs(CalibrationSet calibration, BusLine[] lines, int jointsPerGroup, double idleCurrent)
    {
        this.lines = lines;
        servos = [.. Wired(calibration, lines)];
        engagement = new EngagementPlan(Enumerable.Repeat(idleCurrent, Math.Max(servos.Length, 1)).ToArray(), jointsPerGroup);
    }

    /// <summary>Number of servos.</summary>
    public int Count => servos.Length;

    /// <summary>Groups that engage one after the other.</summary>
    public int Groups => engagement.Groups;

    /// <summary>The joint that servo <paramref name="servo"/> moves.</summary>
    public int Joint(int servo) => servos[servo].Joint;

    /// <summary>Hands the places to the boards as pulses, of the servos that are engaged; the others get none.</summary>
    public void Tell(CommandLimiter limiter, in SafetyOrders orders)
    {
        for (int servo = 0; servo < servos.Length; servo++)
        {
            Output one = servos[servo];
            bool on = orders.Engages(engagement.GroupOf(servo));
            lines[one.Line].Pulses(one.Board)[one.Channel] = on ? one.Pulses.Clamp(one.Calibration.PulseMicroseconds(limiter.Position[one.Joint])) : 0;
        }
    }

    /// <summary>Servos whose board did not take the last frame still stand where it last told them to; there they are held once it hears again.</summary>
    public void TakeUp(CommandLimiter limiter)
    {
        for (int servo = 0; servo < servos.Length; servo++)
        {
            Output one = servos[servo];
            if (!lines[one.Line].Heard(one.Board) && lines[one.Line].Boards[one.Board].Pulses[one.Channel] is > 0 and double told)
                limiter.StartAt(one.Joint, one.Calibration.Place(told));
        }
    }

    private static IEnumerable<Output> Wired(CalibrationSet calibration, BusLine[] lines)
    {
        for (int line = 0; line < lines.Length; line++)
        {
            for (int board = 0; board < lines[line].Plan.Boards.Count; board++)
            {
                ServoBoardPlan plan = lines[line].Plan.Boards[board];
                for (int channel = 0; channel < plan.Joints.Count; channel++)
                    if (plan.Joints[channel] is >= 0 and int joint && calibration[joint] is { } known) yield return new Output(line, board, channel, joint, known, plan.Pulses);
            }
        }
    }

    private readonly record struct Output(int Line, int Board, int Channel, int Joint, ServoCalibration Calibration, PulseRange Pulses);
}
