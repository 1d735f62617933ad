using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Chips;

namespace Locomotion.Tests.Hardware;

public class AttitudeTests
{
    private const double G = 9.80665, Dt = 0.02;

    private static MotionReading Still(double roll, double pitch, double turnX = 0, double turnY = 0) => new(
        -G * Math.Sin(pitch), G * Math.Cos(pitch) * Math.Sin(roll), G * Math.Cos(pitch) * Math.Cos(roll), turnX, turnY, 0, 25);

    [Theory, InlineData(0, 0), InlineData(0.4, -0.3), InlineData(-2.5, 0.2), InlineData(3.1, 0), InlineData(0, 1.2)]
    public void A_body_at_rest_shows_its_roll_and_pitch_at_once(double roll, double pitch)
    {
        Attitude attitude = new();
        attitude.Step(Still(roll, pitch), Dt);
        Assert.Equal(roll, attitude.Roll, 1e-12);
        Assert.Equal(pitch, attitude.Pitch, 1e-12);
        Assert.Equal(Math.Acos(Math.Cos(roll) * Math.Cos(pitch)), attitude.Tilt, 1e-9);
    }

    [Fact]
    public void A_roll_is_followed_without_lag_by_the_gyroscope()
    {
        Attitude attitude = new();
        for (int k = 0; k <= 50; k++) attitude.Step(Still(0.6 * k * Dt, 0, turnX: k == 0 ? 0 : 0.6), Dt);
        Assert.Equal(0.6, attitude.Roll, 1e-9);
    }

    /// <summary>Steady state of θ ← (1 − k)(θ + b dt): θ = b dt (1 − k) / k = b T with k = dt / (T + dt).</summary>
    [Fact]
    public void A_gyroscope_bias_gives_the_error_of_the_closed_form()
    {
        Attitude attitude = new(timeConstant: 0.5);
        for (int k = 0; k < 2000; k++) attitude.Step(Still(0, 0, turnX: 0.02), Dt);
        Assert.Equal(0.02 * 0.5, attitude.Roll, 1e-9);
    }

    [Fact]
    public void A_bump_does_not_tilt_the_attitude()
    {
        Attitude attitude = new();
        attitude.Step(Still(0, 0), Dt);
        for (int k = 0; k < 10; k++) attitude.Step(new MotionReading(0, 15, 9.8, 0, 0, 0, 25), Dt);
        Assert.Equal(0, attitude.Roll);
    }

    [Fact]
    public void Turning_over_passes_through_pi_without_a_jump_back()
    {
        Attitude attitude = new();
        double roll = 3;
        attitude.Step(Still(roll, 0), Dt);
        for (int k = 0; k < 20; k++) attitude.Step(Still(roll += 0.02, 0, turnX: 1), Dt);
        Assert.Equal(3.4 - Math.Tau, attitude.Roll, 1e-9);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(double.NaN)]
    public void A_time_constant_that_is_none_is_refused(double t) => Assert.Throws<InvalidInputException>(() => new Attitude(t));
}
