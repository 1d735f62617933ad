using System.Text;
using Locomotion.Hardware.Doctor;

namespace Locomotion.Tests.Hardware.Doctor;

public class RobotDoctorTests
{
    [Fact]
    public void A_Pi_4_as_it_is_delivered_works_and_could_be_better()
    {
        Dictionary<string, Verdict> verdicts = FakeMachine.PiFour.Examine().ToDictionary(finding => finding.Name, finding => finding.Verdict);
        Assert.Equal(new Dictionary<string, Verdict>
        {
            ["machine"] = Verdict.Good, ["throttling"] = Verdict.Good, ["supply"] = Verdict.Good, ["i2c"] = Verdict.CouldBeBetter,
            ["groups"] = Verdict.Good, ["real-time priority"] = Verdict.CouldBeBetter, ["locked memory"] = Verdict.CouldBeBetter,
            ["kernel"] = Verdict.CouldBeBetter, ["real-time share"] = Verdict.Good, ["clock"] = Verdict.Good,
            ["governor"] = Verdict.CouldBeBetter, ["isolated processor"] = Verdict.CouldBeBetter, ["swap"] = Verdict.CouldBeBetter,
        }, verdicts);
        Assert.Equal("Raspberry Pi 4 Model B Rev 1.4", FakeMachine.PiFour["machine"].Seen);
        Assert.Contains("bus 1 at 100 kHz", FakeMachine.PiFour["i2c"].Seen, StringComparison.Ordinal);
        Assert.Contains("isolcpus=3", FakeMachine.PiFour["isolated processor"].Fix, StringComparison.Ordinal);
        Assert.Contains("run --processor 3", FakeMachine.PiFour["isolated processor"].Fix, StringComparison.Ordinal);
        Assert.Contains("/var/swap", FakeMachine.PiFour["swap"].Seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Pi_5_set_up_as_advised_is_good_throughout() =>
        Assert.All(FakeMachine.PiFive.Examine(), finding => Assert.Equal((Verdict.Good, ""), (finding.Verdict, finding.Fix)));

    [Fact]
    public void A_desk_is_not_blamed_for_being_no_Pi()
    {
        FakeMachine desk = FakeMachine.Desk;
        Assert.Equal("AMD EPYC", desk["machine"].Seen);
        Assert.All(["throttling", "supply", "i2c", "governor"], name => Assert.Equal(Verdict.Unknown, desk[name].Verdict));
        Assert.All(["groups", "real-time priority", "locked memory"], name => Assert.Equal(Verdict.Good, desk[name].Verdict));
        Assert.Equal(Verdict.CouldBeBetter, desk["clock"].Verdict);
        Assert.Equal(Verdict.CouldBeBetter, desk["real-time share"].Verdict);
        Assert.Contains("preemption full", desk["kernel"].Seen, StringComparison.Ordinal);
        Assert.Equal(Verdict.CouldBeBetter, RobotDoctor.Worst(desk.Examine()));
    }

    [Theory]
    [InlineData("50005\n", Verdict.Bad, "now: under-voltage, throttled")]
    [InlineData("0x50000", Verdict.CouldBeBetter, "since the start: under-voltage, throttled")]
    [InlineData("0x8", Verdict.Bad, "now: soft temperature limit")]
    [InlineData("0", Verdict.Good, "none since the start")]
    [InlineData("maybe", Verdict.Unknown, "'maybe' is not what get_throttled says")]
    public void Throttling_is_read_bit_by_bit(string bits, Verdict verdict, string seen)
    {
        Finding finding = FakeMachine.PiFour.With("/sys/devices/platform/soc/soc:firmware/get_throttled", bits)["throttling"];
        Assert.Equal((verdict, seen), (finding.Verdict, finding.Seen));
    }

    [Fact]
    public void Where_there_is_no_file_the_firmware_is_asked()
    {
        FakeMachine pi = new FakeMachine().With("/proc/device-tree/model", "Raspberry Pi 5");
        Assert.Equal(Verdict.Bad, pi.Examine(what => what == "get_throttled" ? "throttled=0x1" : null).Single(finding => finding.Name == "throttling").Verdict);
    }

    [Theory]
    [InlineData("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1", "supply", Verdict.Bad, "5.1 V")]
    [InlineData("/proc/sys/kernel/sched_rt_runtime_us", "0", "real-time share", Verdict.Bad, "sudo sysctl")]
    [InlineData("/proc/self/status", "Uid:\t1000\t1000\nGroups:\t44 986\n", "groups", Verdict.Bad, "sudo usermod -aG i2c $USER")]
    [InlineData("/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance", "governor", Verdict.CouldBeBetter, "scaling_governor")]
    [InlineData("/proc/self/status", "Uid:\t1000\t1000\nGroups:\t44 994 986\nCapEff:\t0000000000804000\n", "real-time priority", Verdict.Good, "")]
    public void One_thing_amiss_is_found_and_its_remedy_named(string path, string text, string name, Verdict verdict, string fix)
    {
        Finding finding = FakeMachine.PiFour.With(path, text)[name];
        Assert.Equal(verdict, finding.Verdict);
        Assert.Contains(fix, finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Pi_whose_bus_is_off_is_bad() =>
        Assert.Equal(Verdict.Bad, new FakeMachine().With("/proc/device-tree/model", "Raspberry Pi 4")["i2c"].Verdict);

    [Fact]
    public void An_empty_machine_and_one_full_of_garbage_are_unknown_never_an_error()
    {
        Assert.All(new FakeMachine().Examine().Where(finding => finding.Name != "machine"), finding => Assert.Equal(Verdict.Unknown, finding.Verdict));
        byte[] noise = new byte[5000];
        new Random(7).NextBytes(noise);
        foreach (byte[] garbage in new byte[][] { [], [0], noise, Encoding.UTF8.GetBytes(":::\n\t\n0x\n(("), new byte[200_000] })
            Assert.All(FakeMachine.PiFour.Spoilt(garbage).Examine(), finding => Assert.NotEmpty(finding.Name));
    }

    [Fact]
    public void What_could_be_better_says_what_to_type() =>
        Assert.All(FakeMachine.PiFour.Examine().Concat(FakeMachine.Desk.Examine()).Where(finding => finding.Verdict > Verdict.Unknown),
            finding => Assert.NotEmpty(finding.Fix));

    [Fact]
    public void This_machine_can_be_examined() => Assert.Equal(13, RobotDoctor.Examine(MachineFiles.This).Count);
}
