using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Models;

namespace Locomotion.Tests.Hardware;

public class SensorChipTests
{
    private readonly Bench bench = new();

    [Fact]
    public void Each_frame_renews_one_foot_load_and_four_frames_all()
    {
        double[] volts = [0.5, 1.5, 2.5, 3.5];
        volts.CopyTo(bench.ConverterModel.Volts, 0);
        bench.Started().Frame();
        bench.Budget.Unlimit();
        for (int input = 0; input < 4; input++)
        {
            Assert.Equal(long.MaxValue, bench.Scan.Age(input));
            Assert.True(bench.Scan.TryStep());
            Assert.Equal(volts[input], bench.Scan.Volts[input], 4.096 / 32768);
            bench.Clock.Advance(20_000_000);
            Assert.InRange(bench.Scan.Age(input), 20_000_000, 41_000_000);
        }
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void A_conversion_is_not_read_before_it_is_over()
    {
        bench.ConverterModel.Volts[0] = 2;
        Assert.True(bench.Scan.TryStep());
        Assert.False(bench.Scan.TryStep());
        Assert.Equal(1, bench.Scan.TooSoon);
        Assert.False(bench.Loads.TryIsReady(InputMultiplexer.AIN0, out RegisterCheck check));
        Assert.Equal(RegisterCheck.AsSet, check);
        bench.Clock.Advance(bench.Loads.ConversionNanoseconds);
        Assert.True(bench.Loads.TryIsReady(InputMultiplexer.AIN0, out _));
        Assert.True(bench.Scan.TryStep());
        Assert.Equal(2, bench.Scan.Volts[0], 4.096 / 32768);
    }

    /// <summary>The data sheet allows the oscillator 10 %.</summary>
    [Fact]
    public void The_wait_covers_the_slowest_oscillator_the_data_sheet_allows()
    {
        bench.ConverterModel.Slowness = 0.1;
        bench.Loads.TryStartConversion(InputMultiplexer.AIN3);
        bench.Clock.Advance(bench.Loads.ConversionNanoseconds);
        Assert.True(bench.Loads.TryIsReady(InputMultiplexer.AIN3, out _));
    }

    [Fact]
    public void A_lost_start_makes_the_next_reading_unbelieved()
    {
        bench.Frame();
        bench.Frame();
        long age = bench.Scan.Age(0);
        bench.Bus.Faults.Unplugged = true;
        bench.Frame();
        bench.Bus.Faults.Unplugged = false;
        bench.ConverterModel.Volts[0] = 3;
        bench.Frame();
        Assert.True(bench.Scan.Age(0) > age + 30_000_000);
        bench.Frame();
        Assert.Equal(3, bench.Scan.Volts[0], 1e-3);
    }

    /// <summary>Volts beyond full scale read as full scale, 0x7FFF, not as something else.</summary>
    [Fact]
    public void The_converter_saturates()
    {
        bench.ConverterModel.Volts[0] = 5;
        bench.Loads.TryStartConversion(InputMultiplexer.AIN0);
        bench.Clock.Advance(2_000_000);
        Assert.True(bench.Loads.TryReadRaw(out short counts));
        Assert.Equal(short.MaxValue, counts);
    }

    [Fact]
    public void Starting_while_it_converts_is_noted_by_the_model()
    {
        bench.Loads.TryStartConversion(InputMultiplexer.AIN0);
        bench.Loads.TryStartConversion(InputMultiplexer.AIN1);
        Assert.Equal(ViolationKind.IgnoredWrite, Assert.Single(bench.ConverterModel.Violations).Kind);
    }

    [Fact]
    public void The_converter_reset_by_general_call_is_told_by_its_config()
    {
        bench.Loads.TryStartConversion(InputMultiplexer.AIN2);
        bench.Bus.TrySoftwareReset();
        Assert.False(bench.Loads.TryIsReady(InputMultiplexer.AIN2, out RegisterCheck check));
        Assert.Equal(RegisterCheck.Reset, check);
    }

    [Fact]
    public void Fourteen_contacts_are_read_at_once_closed_as_one()
    {
        Assert.True(bench.Contacts.TryStart());
        for (int contact = 0; contact < Mcp23017.Contacts; contact++)
        {
            bench.ExpanderModel.SetContact(contact, closed: true);
            Assert.True(bench.Contacts.TryReadContacts(out ushort closed));
            Assert.Equal(1 << contact, closed);
            bench.ExpanderModel.SetContact(contact, closed: false);
        }
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void Open_inputs_without_pull_ups_are_noted()
    {
        Assert.True(bench.Contacts.TryReadContacts(out _));
        Assert.Equal(4, bench.ExpanderModel.Violations.Count(v => v.Kind == ViolationKind.BadInput));   // each port: floating, and pin 7
    }

    [Fact]
    public void The_expander_numbers_its_registers_by_bank()
    {
        using System.Device.I2c.I2cDevice raw = bench.Bus.CreateDevice(Bench.Expander);
        raw.Write([0x0A, 0x80]);                    // BANK = 1: port B's registers move to 0x10
        raw.Write([0x16, 0x5A]);                    // GPPUB
        raw.Write([0x05, 0x00]);                    // IOCON, BANK = 0
        byte[] pullUps = new byte[2];
        raw.WriteRead([0x0C], pullUps);
        Assert.Equal([0x00, 0x5A], pullUps);
    }

    [Theory, InlineData(6, 5), InlineData(7.4, -3), InlineData(0, 0), InlineData(25.9, 15.9)]
    public void Rail_voltage_and_current_are_read_within_a_count(double volts, double amperes)
    {
        bench.RailModel.RailVolts = volts;
        bench.RailModel.RailAmperes = amperes;
        Assert.True(bench.Power.TryStart());
        Assert.True(bench.Power.TryRead(out RailReading early));
        Assert.False(early.Fresh);
        bench.Clock.Advance(1_100_000);
        Assert.True(bench.Power.TryRead(out RailReading reading));
        Assert.True(reading.Fresh);
        Assert.False(reading.Overflow);
        Assert.Equal(volts, reading.Volts, 0.002 + 1e-9);
        Assert.Equal(amperes, reading.Amperes, 0.001 + bench.Power.CurrentLsb);     // the shunt's 10 µV are 1 mA
    }

    [Theory, InlineData(16.1), InlineData(-16.1), InlineData(50)]
    public void More_current_than_the_range_is_an_overflow(double amperes)
    {
        bench.RailModel.RailAmperes = amperes;
        bench.Power.TryStart();
        bench.Clock.Advance(1_100_000);
        Assert.True(bench.Power.TryRead(out RailReading reading));
        Assert.True(reading.Overflow);
    }

    [Theory, InlineData(50, true), InlineData(50, false), InlineData(-50, true), InlineData(16.1, true)]
    public void What_limits_are_held_against_is_infinite_beyond_the_range_though_the_register_wraps(double amperes, bool wraps)
    {
        (bench.RailModel.RailAmperes, bench.RailModel.Wraps) = (amperes, wraps);
        bench.Power.TryStart();
        bench.Clock.Advance(1_100_000);
        Assert.True(bench.Power.TryRead(out RailReading reading));
        Assert.Equal(double.PositiveInfinity, reading.Load);
    }

    [Fact]
    public void A_shunt_in_reverse_counts_as_much()
    {
        bench.RailModel.RailAmperes = -12;
        bench.Power.TryStart();
        bench.Clock.Advance(1_100_000);
        bench.Power.TryRead(out RailReading reading);
        Assert.Equal(12, reading.Load, 0.002);
    }

    [Fact]
    public void A_monitor_that_lost_its_calibration_is_noticed()
    {
        bench.Started();
        bench.RailModel.BrownOut();
        Assert.True(bench.Power.TryReadBack());
        Assert.Equal(RegisterCheck.Reset, bench.Power.Check);
    }

    [Fact]
    public void Reading_the_power_register_clears_ready()
    {
        using System.Device.I2c.I2cDevice raw = bench.Bus.CreateDevice(Bench.Rail);
        raw.Write([0, 0x39, 0x9B]);                 // one conversion of both, then none
        bench.Clock.Advance(1_100_000);
        bench.Power.TryRead(out RailReading before);
        raw.WriteRead([3], new byte[2]);
        bench.Power.TryRead(out RailReading after);
        Assert.True(before.Fresh);
        Assert.False(after.Fresh);
    }

    [Fact]
    public void A_shunt_that_drops_too_much_is_refused_with_the_chips_name()
    {
        string message = Assert.Throws<InvalidInputException>(() => new Ina219(bench.Bus.CreateDevice(0x41), 0.1, 5, bench.Budget)).Message;
        Assert.Equal("Shunt of INA219 at 0x41 on bus 1: 0.1 Ω at 5 A must be positive and drop at most 0.32 V; take a smaller shunt.", message);
    }

    [Fact]
    public void Motion_comes_back_in_one_burst_of_fourteen_bytes()
    {
        bench.Started();
        bench.MotionModel.Motion = new MotionReading(1, -2, 9.5, 0.5, -1.5, 3, 31);
        bench.Clock.Advance(20_000_000);
        bench.TakeTraffic();
        Assert.True(bench.Imu.TryRead(out MotionReading m));
        Assert.Contains(" S W68 3B S R68 ", bench.TakeTraffic(), StringComparison.Ordinal);
        double[] expected = [1, -2, 9.5], forces = [m.ForceX, m.ForceY, m.ForceZ], turns = [m.TurnX, m.TurnY, m.TurnZ];
        for (int axis = 0; axis < 3; axis++) Assert.Equal(expected[axis], forces[axis], 4 * 9.80665 / 32768);
        double[] expectedTurns = [0.5, -1.5, 3];
        for (int axis = 0; axis < 3; axis++) Assert.Equal(expectedTurns[axis], turns[axis], Math.PI / 180 / 65.5);
        Assert.Equal(31, m.Celsius, 0.01);
    }

    [Fact]
    public void A_motion_sensor_that_browned_out_sleeps_and_is_noticed()
    {
        bench.Started();
        bench.MotionModel.BrownOut();
        bench.Clock.Advance(20_000_000);
        Assert.True(bench.Imu.TryRead(out MotionReading m));
        Assert.Equal(0, m.ForceZ);
        Assert.True(bench.Imu.TryReadBack());
        Assert.Equal(RegisterCheck.Reset, bench.Imu.Check);
    }

    [Fact]
    public void Another_chip_at_the_motion_sensors_address_is_not_taken_for_it()
    {
        SimulatedI2cBus bus = new(1, bench.Clock);
        bus.Attach(new Ina219Model(0x68, bench.Clock, 0.01));
        Assert.False(new Mpu6050(bus.CreateDevice(0x68), default, default, bench.Budget).TryStart());
    }
}
