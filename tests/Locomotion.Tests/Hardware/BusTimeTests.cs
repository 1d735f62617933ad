using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware;

public class BusTimeTests(ITestOutputHelper output)
{
    /// <summary>Counted by hand on the timing diagrams of UM10204, figures 9 to 13.</summary>
    [Theory, InlineData(65, 0, 596), InlineData(1, 2, 48), InlineData(1, 14, 156), InlineData(0, 1, 20), InlineData(3, 0, 38), InlineData(0, 0, 2)]
    public void Bits_are_start_stop_and_nine_for_each_byte(int write, int read, int bits) => Assert.Equal(bits, BusTime.Bits(write, read));

    [Fact]
    public void Sixteen_channels_in_one_burst_take_a_millisecond_and_a_half_at_400_kHz() =>
        Assert.Equal(1_490_000, BusTime.Nanoseconds(BusTime.Bits(65, 0), BusTime.FastMode));

    /// <summary>
    /// Ten segments have 9 trunk joints, 20 leg yaws and 20 leg lifts: 49 servos, 20 contacts, 20 foot loads. Each bus must keep:
    /// outputs with a board's read-back 3.2 ms; contacts, motion and rails with a sensor's 1.2 ms; all 6 ms of a frame of 20 ms.
    /// </summary>
    [Theory]
    [InlineData("ten segments, first of two buses", 2, 2, 1, 1, 4, 2.980, 0.2175, 0.870, 0.2625, 0.860, 5.19)]
    [InlineData("ten segments, second of two buses", 2, 0, 0, 0, 1, 2.980, 0.2175, 0.000, 0, 0.215, 3.4125)]
    [InlineData("ten segments, one servo a leg, one bus", 2, 2, 1, 1, 4, 2.980, 0.2175, 0.870, 0.2625, 0.860, 5.19)]
    [InlineData("six segments, one bus", 2, 1, 1, 1, 3, 2.980, 0.2175, 0.750, 0.2625, 0.645, 4.855)]
    public void A_frame_of_the_robot_fits_its_budget(string robot, int boards, int expanders, int imus, int rails, int converters,
        double outputs, double check, double senses, double sensorCheck, double loads, double total)
    {
        FramePlan plan = new() { ServoBoards = boards, Expanders = expanders, MotionSensors = imus, RailMonitors = rails, Converters = converters };
        output.WriteLine($"{robot}: outputs {plan.OutputNanoseconds / 1e6} ms, check {plan.CheckNanoseconds / 1e6} ms, "
            + $"contacts, motion and rails {plan.SenseNanoseconds / 1e6} ms, a sensor's check {plan.SensorCheckNanoseconds / 1e6} ms, loads {plan.LoadNanoseconds / 1e6} ms, total {plan.TotalNanoseconds / 1e6} ms");
        Assert.Equal([outputs, check, senses, sensorCheck, loads, total],
            [plan.OutputNanoseconds / 1e6, plan.CheckNanoseconds / 1e6, plan.SenseNanoseconds / 1e6, plan.SensorCheckNanoseconds / 1e6, plan.LoadNanoseconds / 1e6, plan.TotalNanoseconds / 1e6]);
        Assert.True(plan.OutputNanoseconds + plan.CheckNanoseconds <= 3_200_000, "outputs with a board's read-back");
        Assert.True(plan.SenseNanoseconds + plan.SensorCheckNanoseconds <= 1_200_000, "contacts, motion and rails with a sensor's read-back");
        Assert.True(plan.TotalNanoseconds <= 6_000_000, "frame");
        string row = FormattableString.Invariant($"| {robot} | {boards} | {expanders} | {imus} | {rails} | {converters} | {outputs:f4} | {check:f4} | {senses:f4} | {sensorCheck:f4} | {loads:f4} | {total:f4} |");
        Assert.Contains(row, File.ReadAllText(Repository.Path("docs", "robot-bus.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Four_boards_on_one_bus_do_not_fit() => Assert.True(new FramePlan { ServoBoards = 4 }.OutputNanoseconds > 3_200_000);

    [Fact]
    public void The_plan_is_what_the_drivers_really_send()
    {
        using LineBench bench = new();
        bench.Frames(2);
        long longest = Enumerable.Range(0, 6).Max(_ =>
        {
            bench.Frames(1);
            return bench.Line.FrameNanoseconds;
        });
        FramePlan plan = new() { ServoBoards = 2, Expanders = 1, MotionSensors = 1, RailMonitors = 1, Converters = 2 };
        Assert.Equal(plan.TotalNanoseconds, longest);
    }
}
