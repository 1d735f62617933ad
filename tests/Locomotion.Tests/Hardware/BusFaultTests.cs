using System.Device.I2c;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Models;

namespace Locomotion.Tests.Hardware;

/// <summary>Each fault of the bus: what the driver reports, and that the loop neither throws, allocates nor overruns.</summary>
public class BusFaultTests
{
    private readonly Bench bench = new Bench().Started();

    [Fact]
    public void An_unplugged_bus_is_a_fault_after_three_lost_transactions_and_heals()
    {
        Assert.Equal(6, new[] { bench.Frame(), bench.Frame() }[1]);
        bench.Bus.Faults.Unplugged = true;
        ChipLink link = bench.Contacts.Link;
        for (int frame = 0; frame < 3; frame++)
        {
            Assert.False(link.Faulted);
            Assert.Equal(0, bench.Frame());
        }
        Assert.True(link.Faulted);
        Assert.Equal((3, 3, 9, 6), (link.LostInARow, link.Lost, link.Failures, link.Retries));
        Assert.Equal(BusStatus.NoAcknowledge, link.Status);
        Assert.InRange(link.Age, 60_000_000, 80_000_000);
        bench.Bus.Faults.Unplugged = false;
        bench.Budget.Unlimit();
        Assert.True(bench.Contacts.TryReadContacts(out _));
        Assert.True(link.Faulted);          // until somebody has looked
        Assert.Equal(0, link.LostInARow);
        link.ClearFault();
        Assert.False(link.Faulted);
    }

    [Fact]
    public void A_hung_bus_costs_a_tick_one_time_out_and_no_more()
    {
        bench.Bus.Faults.SdaHeld = true;
        long before = bench.Clock.Nanoseconds;
        bench.Budget.Open(6_000_000);
        Assert.False(bench.Servos.TryWritePulses(bench.Pulses));
        Assert.Equal(BusStatus.Timeout, bench.Servos.Link.Status);
        Assert.False(bench.Contacts.TryReadContacts(out _));
        Assert.Equal(BusStatus.OutOfTime, bench.Contacts.Link.Status);
        Assert.False(bench.Imu.TryRead(out _));
        Assert.Equal(10_000_000, bench.Clock.Nanoseconds - before);
        Assert.Equal(1, bench.Contacts.Link.Lost);
    }

    [Fact]
    public void Switching_off_is_sent_even_when_the_ticks_time_is_used_up()
    {
        bench.Servos.TryWritePulses(bench.Pulses);
        bench.Budget.Open(0);
        Assert.False(bench.Servos.TryWritePulses(bench.Pulses));
        Assert.NotEqual(0, bench.BoardModel.PulseMicroseconds(0));
        Assert.True(bench.Servos.TryAllOff());
        Assert.Equal(0, bench.BoardModel.PulseMicroseconds(0));
        bench.Bus.Faults.SdaHeld = true;
        long before = bench.Clock.Nanoseconds;
        Assert.False(bench.Servos.TryAllOff());
        Assert.Equal(10_000_000, bench.Clock.Nanoseconds - before);
        bench.Bus.Faults.SdaHeld = false;
        bench.Bus.Faults.Unplugged = true;
        Assert.False(bench.Servos.TryAllOff());
        Assert.Equal(2, bench.Servos.Link.Retries);
    }

    [Theory, InlineData(false, 6), InlineData(true, 0)]
    public void Recovery_frees_a_chip_that_holds_the_line_but_not_a_short(bool shorted, int good)
    {
        bench.Frame();
        bench.Bus.Faults.SdaHeld = !shorted;
        bench.Bus.Faults.SdaShorted = shorted;
        Assert.Equal(0, bench.Frame());
        Assert.Equal(BusStatus.Ok, bench.Bus.TryRecover());
        Assert.Equal(1, bench.Bus.Recoveries);
        bench.Frame();                      // the scan has to begin anew
        Assert.Equal(good, bench.Frame());
    }

    [Fact]
    public void Lost_acknowledges_are_retried_and_counted()
    {
        bench.Bus.Faults.AddressNackProbability = 0.1;
        for (int frame = 0; frame < 1000; frame++) bench.Frame();
        ChipLink link = bench.Servos.Link;
        Assert.InRange(link.Failures / (double)(link.Transactions + link.Retries), 0.08, 0.12);
        Assert.InRange(link.Lost / (double)link.Transactions, 0.0002, 0.003);       // 0.1³ = 0.001
        Assert.Empty(bench.Violations);
    }

    [Fact]
    public void A_burst_broken_off_tears_a_pulse_and_the_retry_mends_it()
    {
        bench.Servos.TryWritePulses(bench.Pulses);
        bench.Bus.Faults.DataNackProbability = 0.3;
        for (int frame = 0; frame < 100; frame++) bench.Frame();
        Assert.All(bench.Violations, v => Assert.Equal(ViolationKind.InterruptedPulse, v.Kind));
        Assert.NotEmpty(bench.Violations);
        bench.Bus.Faults.DataNackProbability = 0;
        bench.Budget.Unlimit();
        Assert.True(bench.Servos.TryWritePulses(bench.Pulses));
        Assert.Equal(1500, bench.BoardModel.PulseMicroseconds(0), 2.5);
    }

    [Fact]
    public void Random_faults_follow_from_the_seed()
    {
        Assert.Equal(Run(), Run());

        static string Run()
        {
            Bench other = new Bench().Started();
            other.Bus.Faults.AddressNackProbability = 0.2;
            other.Bus.Faults.DataNackProbability = 0.2;
            other.Bus.Faults.SetSensor(Bench.Motion, SensorFault.Garbage);
            for (int frame = 0; frame < 20; frame++) other.Frame();
            return other.Traffic;
        }
    }

    [Fact]
    public void A_slow_bus_gives_up_retries_to_keep_the_frame()
    {
        bench.Bus.Faults.LatencyNanoseconds = 5_000_000;
        bench.Bus.Faults.AddressNackProbability = 1;
        bench.Budget.Open(6_000_000);
        long before = bench.Clock.Nanoseconds;
        Assert.False(bench.Contacts.TryReadContacts(out _));
        Assert.Equal(0, bench.Contacts.Link.Retries);
        Assert.InRange(bench.Clock.Nanoseconds - before, 5_000_000, 6_000_000);
    }

    [Fact]
    public void A_frozen_sensor_repeats_what_it_said_last()
    {
        bench.Clock.Advance(20_000_000);
        bench.Imu.TryRead(out MotionReading before);
        bench.Bus.Faults.SetSensor(Bench.Motion, SensorFault.Frozen);
        bench.MotionModel.Motion = new MotionReading(5, 5, 5, 1, 1, 1, 40);
        bench.Clock.Advance(20_000_000);
        Assert.True(bench.Imu.TryRead(out MotionReading frozen));
        Assert.Equal(before, frozen);
        bench.Bus.Faults.SetSensor(Bench.Motion, SensorFault.None);
        bench.Imu.TryRead(out MotionReading healed);
        Assert.Equal(5, healed.ForceX, 0.01);
    }

    [Theory, InlineData(SensorFault.Garbage), InlineData(SensorFault.BitErrors)]
    public void A_spoilt_read_back_is_not_taken_for_a_good_board(SensorFault fault)
    {
        bench.Bus.Faults.SetSensor(Bench.Board, fault);
        int believed = 0;
        for (int k = 0; k < 200; k++)
            if (bench.Servos.TryReadBack() && bench.Servos.Check == RegisterCheck.AsSet) believed++;
        Assert.Equal(0, believed);
    }

    [Fact]
    public void No_fault_makes_a_frame_allocate()
    {
        bench.Bus.Log = null;
        Measure("healthy");
        bench.Bus.Faults.AddressNackProbability = 0.3;
        Measure("lost acknowledges");
        bench.Bus.Faults.SetSensor(Bench.Motion, SensorFault.Garbage);
        Measure("garbage");
        bench.Bus.Faults.Unplugged = true;
        Measure("unplugged");
        bench.Bus.Faults.SdaShorted = true;
        Measure("hung");
        bench.Bus.Faults.SdaShorted = bench.Bus.Faults.Unplugged = false;
        double[] wrong = [.. bench.Pulses];
        wrong[3] = double.NaN;
        wrong.CopyTo(bench.Pulses, 0);
        Measure("refused pulses");
        Assert.Empty(bench.Violations);

        void Measure(string what)
        {
            for (int frame = 0; frame < 50; frame++) bench.Frame();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int frame = 0; frame < 200; frame++) bench.Frame();
            long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(bytes == 0, $"{what}: {bytes} bytes");
        }
    }

    [Fact]
    public void A_plain_device_that_throws_becomes_a_status()
    {
        bench.Bus.Faults.Unplugged = true;
        ITryI2cDevice line = CatchingI2cDevice.Of(new Throwing(bench.Bus.CreateDevice(Bench.Board)));
        Assert.Equal(BusStatus.AdapterError, line.TryWrite([0]));
        Assert.Equal(BusStatus.AdapterError, line.TryRead(new byte[1]));
        bench.Bus.Faults.Unplugged = false;
        byte[] mode = new byte[1];
        Assert.Equal(BusStatus.Ok, line.TryWriteRead([0x01], mode));
        Assert.Equal(0x04, mode[0]);
    }

    [Fact]
    public void Two_chips_at_one_address_are_refused_by_name() =>
        Assert.Contains("Ina219Model and Pca9685Model are both at 0x60", Assert.Throws<InvalidInputException>(() =>
            bench.Bus.Attach(new Ina219Model(0x60, bench.Clock, 0.01))).Message, StringComparison.Ordinal);

    /// <summary>An I2cDevice as others make them: without Try methods.</summary>
    private sealed class Throwing(I2cDevice inner) : I2cDevice
    {
        public override I2cConnectionSettings ConnectionSettings => inner.ConnectionSettings;

        public override void Read(Span<byte> buffer) => inner.Read(buffer);

        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);

        public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => inner.WriteRead(writeBuffer, readBuffer);
    }
}
