using System.Device.I2c;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Models;

namespace Locomotion.Tests.Hardware;

/// <summary>The model keeps its data sheet's rules, and catches what a servo must not see. Sections: PCA9685 Rev. 4.</summary>
public class Pca9685ModelTests
{
    private readonly Bench bench = new();
    private readonly I2cDevice raw;

    public Pca9685ModelTests() => raw = bench.Bus.CreateDevice(Bench.Board);

    private Pca9685Model Model => bench.BoardModel;

    private byte Read(byte register)
    {
        byte[] value = new byte[1];
        raw.WriteRead([register], value);
        return value[0];
    }

    /// <summary>Table 4 and tables 5 to 10.</summary>
    [Theory, InlineData(0x00, 0x11), InlineData(0x01, 0x04), InlineData(0x02, 0xE2), InlineData(0x03, 0xE4), InlineData(0x04, 0xE8),
        InlineData(0x05, 0xE0), InlineData(0x06, 0x00), InlineData(0x08, 0x00), InlineData(0x09, 0x10), InlineData(0x45, 0x10),
        InlineData(0xFA, 0x00), InlineData(0xFD, 0x00), InlineData(0xFE, 0x1E)]
    public void Registers_have_their_values_at_power_up(byte register, byte value) => Assert.Equal(value, Read(register));

    [Fact]
    public void Without_auto_increment_all_bytes_go_to_one_register()
    {
        raw.Write([0x06, 1, 2, 3]);
        Assert.Equal(3, Read(0x06));
        Assert.Equal(0, Read(0x07));
    }

    [Fact]
    public void Auto_increment_goes_from_register_69_and_from_254_to_0()
    {
        raw.Write([0x00, 0x30]);
        byte[] two = new byte[2];
        raw.WriteRead([0x45], two);
        Assert.Equal([0x10, 0x30], two);
        raw.WriteRead([0xFE], two);
        Assert.Equal([0x1E, 0x30], two);
    }

    [Fact]
    public void Auto_increment_set_by_the_first_byte_counts_for_the_next()
    {
        raw.Write([0x00, 0x30, 0x04, 0xAA]);        // figure 21
        Assert.Equal(0xAA, Read(0x02));
    }

    [Fact]
    public void The_prescaler_is_blocked_while_the_chip_runs_and_never_below_3()
    {
        raw.Write([0xFE, 1]);
        Assert.Equal(3, Read(0xFE));
        raw.Write([0x00, 0x20]);
        raw.Write([0xFE, 0x79]);
        Assert.Equal(3, Read(0xFE));
        Assert.Equal(ViolationKind.IgnoredWrite, Assert.Single(Model.Violations).Kind);
    }

    [Fact]
    public void Reserved_registers_are_not_acknowledged()
    {
        Assert.Throws<IOException>(() => raw.Write([0x46, 0]));
        Assert.Equal(ViolationKind.ReservedRegister, Assert.Single(Model.Violations).Kind);
    }

    [Fact]
    public void A_channel_split_over_two_transactions_is_torn_and_keeps_its_pulse()
    {
        bench.Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        double before = Model.PulseMicroseconds(0);
        raw.Write([0x08, 0x00]);
        raw.Write([0x09, 0x02]);
        Assert.Equal([ViolationKind.TornPulse, ViolationKind.TornPulse], Model.Violations.Select(v => v.Kind));
        Assert.Contains("channel 0: 1 of its four bytes", Model.Violations[0].Reason, StringComparison.Ordinal);
        Assert.Equal(before, Model.PulseMicroseconds(0));
    }

    [Fact]
    public void On_and_off_set_apart_while_running_is_torn()
    {
        bench.Started();
        raw.Write([0x06, 0, 0]);
        raw.Write([0x08, 0x33, 0x01]);
        Assert.Equal(ViolationKind.TornPulse, Assert.Single(Model.Violations).Kind);
        Assert.Equal(0, Model.PulseMicroseconds(0));
    }

    [Theory]
    [InlineData(0x00, 0x00, 0x00, 0x03, ViolationKind.PulseOutOfRange)]     // 768 counts, 3748 µs
    [InlineData(0x00, 0x00, 0x50, 0x00, ViolationKind.PulseOutOfRange)]     // 80 counts, 390 µs
    [InlineData(0x00, 0x10, 0x00, 0x00, ViolationKind.PulseOutOfRange)]     // full on
    [InlineData(0x33, 0x01, 0x33, 0x01, ViolationKind.PulseOutOfRange)]     // ON equals OFF
    public void A_pulse_outside_the_channels_limits_is_refused(byte a, byte b, byte c, byte d, ViolationKind kind)
    {
        bench.Started();
        Model.Limit(0, 500, 2500);
        bench.Servos.TryWritePulses(bench.Pulses);
        raw.Write([0x06, a, b, c, d]);
        Assert.Equal(kind, Assert.Single(Model.Violations).Kind);
        Assert.Equal(1500, Model.PulseMicroseconds(0), 2.5);
    }

    [Fact]
    public void Full_off_wins_over_full_on()
    {
        bench.Started();
        raw.Write([0x06, 0x00, 0x10, 0x00, 0x10]);      // 7.3.3
        Assert.Empty(Model.Violations);
        Assert.Equal(0, Model.PulseMicroseconds(0));
    }

    [Fact]
    public void A_pulse_may_wrap_round_the_end_of_the_period()
    {
        bench.Started();
        raw.Write([0x06, 0x00, 0x0F, 0x33, 0x00]);      // on at 3840, off at 51: 307 counts
        Assert.Equal(307 * 4.88, Model.PulseMicroseconds(0), 1e-9);
    }

    [Fact]
    public void Outputs_are_low_while_output_enable_is_high_or_the_oscillator_starts()
    {
        bench.Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        bool high = true;
        Model.OutputEnableHigh = () => high;
        Assert.Equal(0, Model.PulseMicroseconds(0));
        high = false;
        Assert.NotEqual(0, Model.PulseMicroseconds(0));
        bench.Servos.TrySleep();
        raw.Write([0x00, 0x20]);
        raw.Write([0x06, 0, 0, 0x33, 0x01]);
        Assert.Equal(ViolationKind.TooEarly, Assert.Single(Model.Violations).Kind);
        Assert.Equal(0, Model.PulseMicroseconds(0));
        bench.Clock.Advance(500_000);
        Assert.NotEqual(0, Model.PulseMicroseconds(0));
    }

    [Fact]
    public void Restart_is_set_by_sleep_holds_the_channels_and_clears_when_written_after_500_microseconds()
    {
        bench.Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        raw.Write([0x00, 0x30]);
        Assert.Equal(0xB0, Read(0x00));
        raw.Write([0x00, 0x20]);
        raw.Write([0x00, 0xA0]);
        Assert.Equal(ViolationKind.TooEarly, Assert.Single(Model.Violations).Kind);
        bench.Clock.Advance(500_000);
        Assert.Equal(0, Model.PulseMicroseconds(0));
        raw.Write([0x00, 0xA0]);
        Assert.Equal(0x20, Read(0x00));
        Assert.Equal(1500, Model.PulseMicroseconds(0), 2.5);
    }

    [Fact]
    public void An_orderly_shutdown_sets_no_restart()
    {
        bench.Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        bench.Servos.TryAllOff();
        bench.Servos.TrySleep();
        Assert.Equal(0x30, Read(0x00));
    }

    [Fact]
    public void The_external_clock_bit_sticks_until_a_reset()
    {
        raw.Write([0x00, 0x50]);
        raw.Write([0x00, 0x10]);
        Assert.Equal(0x50, Read(0x00));
        Assert.Equal(BusStatus.Ok, bench.Bus.TrySoftwareReset());
        Assert.Equal(0x11, Read(0x00));
    }

    [Fact]
    public void The_software_reset_resets_the_board_and_leaves_chips_without_it_alone()
    {
        bench.Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        Assert.Equal(BusStatus.Ok, bench.Bus.TrySoftwareReset());
        Assert.True(Model.IsAsleep);
        Assert.Equal(0x1E, Read(0xFE));
        Assert.True(bench.Contacts.TryReadBack());
        Assert.Equal(Locomotion.Hardware.Chips.RegisterCheck.AsSet, bench.Contacts.Check);
    }

    [Fact]
    public void The_all_call_address_answers_until_it_is_switched_off()
    {
        I2cDevice everyone = bench.Bus.CreateDevice(0x70);
        everyone.Write([0x02, 0x55]);
        Assert.Equal(0x55, Read(0x02));
        bench.Started();
        Assert.Throws<IOException>(() => everyone.Write([0xFD, 0x10]));
    }

    [Theory, InlineData(0x05), InlineData(0x14), InlineData(0x00), InlineData(0x0C)]
    public void Output_settings_that_are_not_low_when_disabled_are_violations(byte modeTwo)
    {
        raw.Write([0x01, modeTwo]);
        Assert.Equal(ViolationKind.UnsafeSetting, Assert.Single(Model.Violations).Kind);
    }
}
