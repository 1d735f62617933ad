using CsCheck;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Models;

namespace Locomotion.Tests.Hardware;

public class Pca9685Tests
{
    [Fact]
    public void Start_leaves_a_running_board_without_pulses_and_breaks_no_rule()
    {
        Bench bench = new Bench().Started();
        Assert.Equal(RegisterCheck.AsSet, bench.Servos.Check);
        Assert.False(bench.BoardModel.IsAsleep);
        Assert.All(Enumerable.Range(0, 16), channel => Assert.Equal(0, bench.BoardModel.PulseMicroseconds(channel)));
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void All_pulses_change_in_one_transaction_to_within_half_a_count()
    {
        Bench bench = new Bench().Started();
        bench.TakeTraffic();
        Assert.True(bench.Servos.TryWritePulses(bench.Pulses));
        Assert.Single(bench.TakeTraffic().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        for (int channel = 0; channel < 16; channel++)
            Assert.Equal(bench.Pulses[channel], bench.BoardModel.PulseMicroseconds(channel), 4.88 / 2);
        Assert.Empty(bench.Violations);
    }

    /// <summary>By hand: 1500 / 4.88 = 307 = 0x133 counts; channel 1 rises at 224 = 0xE0, 1000 / 4.88 = 205, falls at 429 = 0x1AD.</summary>
    [Fact]
    public void The_burst_is_register_six_and_four_bytes_a_channel_rising_one_after_another()
    {
        Bench bench = new Bench().Started();
        bench.TakeTraffic();
        bench.Servos.TryWritePulses(bench.Pulses);
        Assert.Contains(" S W60 06 00 00 33 01 E0 00 AD 01 ", bench.TakeTraffic(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rises_stay_where_they_are_whatever_the_pulse() => Gen.Double[400, 2600].Array[16].Sample(pulses =>
    {
        Bench bench = new Bench().Started();
        Assert.True(bench.Servos.TryWritePulses(pulses));
        for (int channel = 0; channel < 16; channel++)
        {
            Assert.Equal(224 * channel, bench.BoardModel[6 + 4 * channel] | bench.BoardModel[7 + 4 * channel] << 8);
            Assert.Equal(pulses[channel], bench.BoardModel.PulseMicroseconds(channel), 4.88 / 2 + 1e-9);
        }
        Assert.Empty(bench.Violations);
    }, iter: 200);

    /// <summary>An oscillator 4 % fast makes pulses 4 % short, unless the driver knows.</summary>
    [Theory, InlineData(25e6, 1500 / 1.04, 3), InlineData(26e6, 1500, 2.5)]
    public void The_clock_trim_takes_the_oscillators_error_out(double told, double pulse, double tolerance)
    {
        Bench bench = new Bench(new Pca9685Settings { ClockFrequency = told }, oscillatorHz: 26e6).Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        Assert.Equal(pulse, bench.BoardModel.PulseMicroseconds(0), tolerance);
        Assert.Equal(26e6, Pca9685Settings.ClockOff(40_000), 1e-3);
    }

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(-1500), InlineData(399), InlineData(2601), InlineData(1e300)]
    public void A_pulse_that_no_servo_should_see_is_refused_and_nothing_is_sent(double pulse)
    {
        Bench bench = new Bench().Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        bench.TakeTraffic();
        double[] wrong = [.. bench.Pulses];
        wrong[7] = pulse;
        Assert.False(bench.Servos.TryWritePulses(wrong));
        Assert.Equal(1, bench.Servos.Refused);
        Assert.Empty(bench.TakeTraffic());
        Assert.Equal(bench.Pulses, bench.Servos.Pulses.ToArray());
    }

    [Fact]
    public void Fifteen_pulses_are_refused()
    {
        Bench bench = new Bench().Started();
        Assert.False(bench.Servos.TryWritePulses(new double[15]));
    }

    [Fact]
    public void All_off_is_two_bytes_and_ends_every_pulse()
    {
        Bench bench = new Bench().Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        bench.TakeTraffic();
        Assert.True(bench.Servos.TryAllOff());
        Assert.EndsWith(" S W60 FD 10 P\n", bench.TakeTraffic(), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 16), channel => Assert.Equal(0, bench.BoardModel.PulseMicroseconds(channel)));
        Assert.True(bench.Servos.TryWritePulses(bench.Pulses));
        Assert.Equal(1500, bench.BoardModel.PulseMicroseconds(0), 2.5);
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void A_brown_out_stops_pulses_is_noticed_and_mended_by_starting_again()
    {
        Bench bench = new Bench().Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        bench.BoardModel.BrownOutAt(bench.Clock.Nanoseconds + 1_000_000);
        bench.Clock.Advance(2_000_000);
        Assert.Equal(0, bench.BoardModel.PulseMicroseconds(0));
        Assert.True(bench.Servos.TryWritePulses(bench.Pulses));         // acknowledged, and without effect: the chip sleeps
        Assert.Equal(0, bench.BoardModel.PulseMicroseconds(0));
        Assert.True(bench.Servos.TryReadBack());
        Assert.Equal(RegisterCheck.Reset, bench.Servos.Check);
        Assert.Equal(1, bench.Servos.Resets);
        Assert.True(bench.Servos.TryStart() && bench.Servos.TryWritePulses(bench.Pulses));
        Assert.Equal(1500, bench.BoardModel.PulseMicroseconds(0), 2.5);
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void A_setting_changed_behind_the_drivers_back_is_told_from_a_reset()
    {
        Bench bench = new Bench().Started();
        bench.Bus.CreateDevice(Bench.Board).Write([0x01, 0x0C]);
        Assert.True(bench.Servos.TryReadBack());
        Assert.Equal(RegisterCheck.Different, bench.Servos.Check);
    }

    [Fact]
    public void Sleep_keeps_the_channels_and_restart_brings_them_back()
    {
        Bench bench = new Bench().Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        Assert.True(bench.Servos.TrySleep());
        Assert.Equal(0, bench.BoardModel.PulseMicroseconds(0));
        Assert.True(bench.Servos.TryRestart());
        Assert.Equal(1500, bench.BoardModel.PulseMicroseconds(0), 2.5);
        Assert.True(bench.Servos.TryReadBack());
        Assert.Equal(RegisterCheck.AsSet, bench.Servos.Check);
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void Start_reports_a_board_that_is_not_there()
    {
        Bench bench = new();
        bench.Bus.Faults.Unplugged = true;
        Assert.False(bench.Servos.TryStart());
        Assert.Equal(BusStatus.NoAcknowledge, bench.Servos.Link.Status);
    }

    [Theory, InlineData(2600, 400), InlineData(400, 30_000), InlineData(1, 2)]
    public void Limits_that_no_pulse_fits_are_refused(double min, double max) =>
        Assert.Contains("PCA9685 at 0x60 on bus 1", Assert.Throws<InvalidInputException>(() =>
            new Bench(new Pca9685Settings { MinPulseMicroseconds = min, MaxPulseMicroseconds = max })).Message, StringComparison.Ordinal);
}
