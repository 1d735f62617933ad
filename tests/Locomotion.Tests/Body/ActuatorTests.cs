using Locomotion.Body;
using Locomotion.Body.Actuators;
using Locomotion.Body.Chain;
using Locomotion.Body.Ground;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;

namespace Locomotion.Tests.Body;

/// <summary>Actuators, seen in a leg's angle and in the torque of a trunk joint.</summary>
public class ActuatorTests
{
    private const double H = 1e-3;

    /// <summary>Command limits that leave these tests to the actuators.</summary>
    private static readonly CommandLimits Unhurried = new() { Speed = 100, Acceleration = 1e5, CurrentBudget = 1000 };

    [Theory, InlineData(1), InlineData(4), InlineData(20)]
    public void An_ideal_actuator_moves_evenly_and_arrives_at_the_periods_end(int steps)
    {
        (CentipedeBody body, Command command) = Animal(new());
        double before = 0;
        foreach (double target in new[] { 0.3, -0.5, -0.5, 0.1 })
        {
            Array.Fill(command.LegYaw, target);
            body.Take(command, steps * H);
            for (int k = 1; k <= steps; k++)
            {
                body.Step(H);
                Assert.Equal(before + (target - before) * k / steps, body.LegYaw[3], tolerance: 1e-14);
            }
            before = target;
        }
    }

    [Fact]
    public void A_servo_keeps_to_its_speed_limit_and_reaches_it()
    {
        double[] path = Path(new() { Kind = ActuatorKind.Servo, SpeedLimit = 4 }, target: 1, steps: 400);
        double[] speed = [.. path.Zip(path.Skip(1), (a, b) => (b - a) / H)];
        Assert.All(speed, v => Assert.InRange(v, 0, 4 + 1e-9));
        Assert.Equal(4, speed[0], tolerance: 1e-9);
    }

    /// <summary>A lift is no angle: 1 is the travel of the leg's servo, whose speed and steps are in rad.</summary>
    [Theory, InlineData(0.25), InlineData(0.5), InlineData(1)]
    public void A_lift_servo_moves_as_fast_and_in_such_steps_as_its_travel_makes_them(double travel)
    {
        ActuatorParameters servo = new() { Kind = ActuatorKind.Servo, SpeedLimit = 2, Resolution = 0.03 };
        CentipedeBody body = new(new() { Actuators = servo, Limits = Unhurried with { LiftTravel = travel } }, Habitat.Water);
        Command command = new(body.Parameters.Shape.Segments);
        Array.Fill(command.LegLift, 0.7);
        double before = 0, fastest = 0;
        for (int k = 0; k < 2000; k++)
        {
            body.Take(command, H);
            body.Step(H);
            fastest = Math.Max(fastest, (body.LegLift[3] - before) / H);
            before = body.LegLift[3];
        }
        Assert.Equal(2 / travel, fastest, tolerance: 1e-6);
        Assert.Equal(Math.Round(0.7 * travel / 0.03) * 0.03, before * travel, tolerance: 1e-9);
    }

    /// <summary>Expected of a first-order lag τ stepped by backward Euler: what is left shrinks by τ / (τ + h) a step.</summary>
    [Fact]
    public void A_servo_nears_its_target_with_its_lag()
    {
        double[] path = Path(new() { Kind = ActuatorKind.Servo, Resolution = 0, SpeedLimit = 1e3, Lag = 0.02 }, target: 0.1, steps: 60);
        for (int k = 0; k < path.Length; k++) Assert.Equal(0.1 * (1 - Math.Pow(0.02 / 0.021, k)), path[k], tolerance: 1e-12);
    }

    [Theory, InlineData(0.1, 0.01), InlineData(0.1, 0.0), InlineData(0.123, 0.05), InlineData(-0.318, 0.03)]
    public void A_servo_stops_at_the_whole_step_of_its_pulse_nearest_to_the_target(double target, double resolution)
    {
        double reached = Path(new() { Kind = ActuatorKind.Servo, Resolution = resolution }, target, steps: 2000)[^1];
        Assert.Equal(resolution == 0 ? target : Math.Round(target / resolution) * resolution, reached, tolerance: 1e-9);
        Assert.InRange(Math.Abs(reached - target), 0, resolution / 2 + 1e-9);
    }

    [Theory, InlineData(0.02, 20), InlineData(0.005, 5), InlineData(0.0105, 11)]
    public void A_servo_hears_a_new_command_only_at_its_next_frame(double refresh, int frame)
    {
        (CentipedeBody body, Command command) = Animal(new() { Kind = ActuatorKind.Servo, Refresh = refresh });
        int changed = 0;
        for (int k = 0; k < 2 * frame + 1; k++)
        {
            if (k == 1) Array.Fill(command.LegYaw, 0.5);    // just after the first frame has begun
            body.Take(command, H);
            body.Step(H);
            if (changed == 0 && body.LegYaw[0] != 0) changed = k;
        }
        Assert.Equal(frame, changed);
    }

    /// <summary>The joint's actuator torque over a step is what its spring gave at the step's end: all but damping.</summary>
    [Theory, InlineData(1e-4), InlineData(5e-4), InlineData(1e-3)]
    public void A_servo_gives_its_stall_torque_and_no_more(double limit)
    {
        (CentipedeBody body, Command command) = Animal(new() { Kind = ActuatorKind.Servo, TorqueLimit = limit }, stiffness: 1e-2);   // asks for more than any of them
        double damping = body.Parameters.Joints.Damping, largest = 0;
        for (int k = 0; k < 500; k++)
        {
            for (int j = 0; j < command.Bend.Length; j++) command.Bend[j] = 0.3 * Math.Cos(Math.Tau * (4 * k * H - j / 20.0));
            body.Take(command, H);
            double[] rates = [.. Enumerable.Range(0, command.Bend.Length).Select(body.Chain.BendRate)];
            body.Step(H);
            for (int j = 0; j < rates.Length; j++)
            {
                JointDrive drive = body.Chain.Drives[j];
                double change = body.Chain.BendRate(j) - rates[j];
                largest = Math.Max(largest, Math.Abs(drive.Torque - drive.Implicit * change / H + damping * (rates[j] + change)));
            }
        }
        Assert.Equal(limit, largest, tolerance: 1e-9 * limit);
    }

    /// <summary>The limits are those of the robot, before its servos; ideal actuators do as they are told.</summary>
    [Fact]
    public void Servos_are_told_only_what_the_command_limits_allow()
    {
        CommandLimits limits = new() { Yaw = 0.4, Speed = 3 };
        CentipedeBody body = new(new() { Actuators = new() { Kind = ActuatorKind.Servo, Resolution = 0 }, Limits = limits }, Habitat.Water);
        Command command = new(body.Parameters.Shape.Segments);
        Array.Fill(command.LegYaw, 0.9);
        double before = 0;
        for (int k = 0; k < 500; k++)
        {
            body.Take(command, H);
            body.Step(H);
            double told = body.Limiter!.Position[body.Limiter.Joints.Yaws];
            Assert.InRange((told - before) / H, 0, 3 + 1e-9);
            before = told;
        }
        Assert.Equal(0.4, body.LegYaw[0], tolerance: 1e-6);
        Assert.Equal(500, body.Limiter!.Clamped[body.Limiter.Joints.Yaws]);
        command.Bend[2] = double.NaN;
        Assert.Contains("bend-2", Assert.Throws<PlantFaultException>(() => body.Take(command, H)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unpowered_joint_swings_freely()
    {
        (CentipedeBody body, Command command) = Animal(new());
        Array.Fill(command.Bend, 0.2);
        body.Take(command, H);
        body.Rest();
        body.Step(H);
        foreach (JointDrive drive in body.Chain.Drives) Assert.Equal(0, drive.Torque);
    }

    /// <summary>Expected: at rest, actuators hold nothing and drive nothing, whatever they were told last.</summary>
    [Fact]
    public void An_unpowered_leg_stays_where_it_is()
    {
        (CentipedeBody body, Command command) = Animal(new());
        Array.Fill(command.LegYaw, 0.5);
        body.Take(command, 10 * H);
        body.Step(H);
        double reached = body.LegYaw[0];
        body.Rest();
        for (int k = 0; k < 50; k++) body.Step(H);
        Assert.Equal(reached, body.LegYaw[0]);
    }

    /// <summary>Yaw of the first leg, commanded to <paramref name="target"/> from 0, step by step.</summary>
    private static double[] Path(ActuatorParameters actuators, double target, int steps)
    {
        (CentipedeBody body, Command command) = Animal(actuators);
        Array.Fill(command.LegYaw, target);
        double[] path = new double[steps + 1];
        for (int k = 1; k <= steps; k++)
        {
            body.Take(command, H);
            body.Step(H);
            path[k] = body.LegYaw[0];
        }
        return path;
    }

    private static (CentipedeBody Body, Command Command) Animal(ActuatorParameters actuators, double stiffness = 5e-3)
    {
        BodyParameters parameters = new() { Actuators = actuators, Joints = new() { Stiffness = stiffness }, Limits = Unhurried };
        return (new(parameters, Habitat.Water), new(parameters.Shape.Segments));
    }
}
