using System.Text;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Models;

namespace Locomotion.Tests.Hardware;

/// <summary>One of each chip on a simulated bus, with its driver and all traffic logged.</summary>
internal sealed class Bench
{
    public const int Board = 0x60, Converter = 0x48, Expander = 0x20, Rail = 0x41, Motion = 0x68;
    private readonly MemoryStream traffic = Memory();

    public Bench(Pca9685Settings? settings = null, double oscillatorHz = Pca9685Settings.NominalClock)
    {
        Bus = new SimulatedI2cBus(1, Clock) { Log = new BusLog(traffic) };
        Budget = new TickBudget(Clock);
        Bus.Attach(BoardModel = new Pca9685Model(Board, Clock, oscillatorHz));
        Bus.Attach(ConverterModel = new Ads1115Model(Converter, Clock));
        Bus.Attach(ExpanderModel = new Mcp23017Model(Expander, Clock));
        Bus.Attach(RailModel = new Ina219Model(Rail, Clock, 0.01));
        Bus.Attach(MotionModel = new Mpu6050Model(Motion, Clock));
        Servos = new Pca9685(Bus.CreateDevice(Board), settings ?? new(), Budget);
        Loads = new Ads1115(Bus.CreateDevice(Converter), MeasuringRange.FS4096, DataRate.SPS860, Budget);
        Scan = new Ads1115Scan(Loads);
        Contacts = new Mcp23017(Bus.CreateDevice(Expander), Budget);
        Power = new Ina219(Bus.CreateDevice(Rail), 0.01, 16, Budget);
        Imu = new Mpu6050(Bus.CreateDevice(Motion), AccelerometerRange.Range04G, GyroscopeRange.Range0500Dps, Budget);
    }

    public SimulatedClock Clock { get; } = new();

    public SimulatedI2cBus Bus { get; }

    public TickBudget Budget { get; }

    public Pca9685Model BoardModel { get; }

    public Ads1115Model ConverterModel { get; }

    public Mcp23017Model ExpanderModel { get; }

    public Ina219Model RailModel { get; }

    public Mpu6050Model MotionModel { get; }

    public Pca9685 Servos { get; }

    public Ads1115 Loads { get; }

    public Ads1115Scan Scan { get; }

    public Mcp23017 Contacts { get; }

    public Ina219 Power { get; }

    public Mpu6050 Imu { get; }

    public double[] Pulses { get; } = [1500, 1000, 2000, 0, 1501, 1502, 1503, 1504, 1505, 1506, 1507, 1508, 1509, 1510, 600, 2400];

    public IEnumerable<Violation> Violations =>
        [.. BoardModel.Violations, .. ConverterModel.Violations, .. ExpanderModel.Violations, .. RailModel.Violations, .. MotionModel.Violations];

    public string Traffic => Encoding.ASCII.GetString(traffic.ToArray());

    /// <summary>All lines since the last call.</summary>
    public string TakeTraffic()
    {
        string text = Traffic;
        traffic.SetLength(0);
        return text;
    }

    /// <summary>Starts every chip; each must agree.</summary>
    public Bench Started()
    {
        Assert.True(Servos.TryStart() && Contacts.TryStart() && Power.TryStart() && Imu.TryStart());
        return this;
    }

    /// <summary>All calls of a frame of 20 ms, whatever comes of them.</summary>
    public int Frame()
    {
        long start = Clock.Nanoseconds;
        Budget.Open(6_000_000);
        int good = 0;
        if (Servos.TryWritePulses(Pulses)) good++;
        if (Servos.TryReadBack()) good++;
        if (Contacts.TryReadContacts(out _)) good++;
        if (Imu.TryRead(out _)) good++;
        if (Power.TryRead(out _)) good++;
        if (Scan.TryStep()) good++;
        Clock.SleepUntil(start + 20_000_000);
        return good;
    }

    private static MemoryStream Memory() => new(1 << 20);
}
