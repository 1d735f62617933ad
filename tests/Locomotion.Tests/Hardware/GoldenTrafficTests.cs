using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware;

/// <summary>Every byte that the drivers send, in its time, as tests/Goldens/bus has it. Read there against the data sheets.</summary>
public class GoldenTrafficTests
{
    [Fact]
    public void Starting_every_chip_sends_the_golden_bytes() => Compare("start", new Bench().Started());

    [Fact]
    public void Frames_send_the_golden_bytes()
    {
        Bench bench = new Bench().Started();
        bench.TakeTraffic();
        bench.RailModel.RailVolts = 6;
        bench.RailModel.RailAmperes = 4;
        bench.ConverterModel.Volts[0] = 1.024;
        bench.ExpanderModel.SetContact(7, closed: true);
        for (int frame = 0; frame < 3; frame++) bench.Frame();
        bench.Servos.TryAllOff();
        Compare("frames", bench);
    }

    [Fact]
    public void Sleeping_and_restarting_sends_the_golden_bytes()
    {
        Bench bench = new Bench().Started();
        bench.Servos.TryWritePulses(bench.Pulses);
        bench.TakeTraffic();
        bench.Servos.TrySleep();
        bench.Servos.TryRestart();
        Compare("restart", bench);
    }

    [Fact]
    public void Faults_leave_the_golden_marks()
    {
        Bench bench = new Bench().Started();
        bench.TakeTraffic();
        bench.Bus.Faults.Unplugged = true;
        bench.Frame();
        bench.Bus.Faults.Unplugged = false;
        bench.Bus.Faults.DataNackProbability = 1;
        bench.Servos.TryAllOff();
        bench.Bus.Faults.SdaHeld = true;
        bench.Budget.Open(1_000_000);
        bench.Servos.TryAllOff();
        Compare("faults", bench);
    }

    private static void Compare(string name, Bench bench)
    {
        string path = Repository.Path("tests", "Goldens", "bus", name + ".txt"), traffic = bench.TakeTraffic();
        string golden = File.Exists(path) ? File.ReadAllText(path) : "";
        if (golden == traffic) return;
        string kept = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"bus-{name}.txt");
        File.WriteAllText(kept, traffic);
        Assert.Fail($"The traffic differs from {path}; what was sent is in {kept}.");
    }
}
