using Locomotion.Hardware.Models;

namespace Locomotion.Tests.Hardware;

/// <summary>Chips that lose their settings, and read-backs that lie.</summary>
public sealed class BusLineTests : IDisposable
{
    private readonly LineBench bench = new();

    public void Dispose() => bench.Dispose();

    private ChipModel Sensor(string chip) => chip switch
    {
        "expander" => bench.Models.Expanders[0],
        "motion" => bench.Models.Motion!,
        _ => bench.Models.Rail!,
    };

    /// <summary>Three sensors: the turn comes within three frames, and the next frame confirms.</summary>
    [Theory, InlineData("expander"), InlineData("motion"), InlineData("rail")]
    public void A_sensor_that_browns_out_is_noticed_and_set_up_again_only_while_nothing_follows(string chip)
    {
        bench.Frames(10);
        Assert.False(bench.Line.SensorLost);
        Sensor(chip).BrownOut();
        bench.Frames(4);
        Assert.True(bench.Line.SensorLost);
        Assert.False(bench.Line.BoardLost);
        bench.Frames(10);
        Assert.True(bench.Line.SensorLost);
        bench.Line.MayMend = true;
        bench.Frames(1);
        Assert.False(bench.Line.SensorLost);
        bench.Frames(10);
        Assert.False(bench.Line.SensorLost);
    }

    [Fact]
    public void A_dead_sensor_does_not_keep_another_one_from_being_set_up()
    {
        bench.Models.Expanders[0].BrownOut();
        bench.Models.Rail!.BrownOut();
        bench.Frames(6);
        bench.Models.Expanders[0].IsDead = true;
        bench.Line.MayMend = true;
        bench.Frames(2);
        Assert.True(bench.Line.SensorLost);
        bench.Models.Expanders[0].IsDead = false;
        bench.Frames(2);
        Assert.False(bench.Line.SensorLost);
        Assert.Equal(Locomotion.Hardware.Chips.RegisterCheck.AsSet, bench.Line.Rail!.Check);
    }

    [Fact]
    public void A_board_that_browns_out_is_noticed_and_stays_lost_until_it_is_set_up_again()
    {
        bench.Models.Boards[1].BrownOut();
        bench.Frames(3);
        Assert.True(bench.Line.BoardLost);
        bench.Line.MayMend = true;
        bench.Frames(10);
        Assert.True(bench.Line.BoardLost);
        Assert.Null(bench.Line.TryStart());
        Assert.False(bench.Line.BoardLost);
        bench.Frames(10);
        Assert.False(bench.Line.BoardLost);
    }

    [Theory, InlineData(0x60, 1, false), InlineData(0x60, 3, true), InlineData(0x20, 1, false), InlineData(0x20, 4, true), InlineData(0x41, 1, false), InlineData(0x68, 1, false)]
    public void One_misread_read_back_is_not_believed_and_two_are(int address, int frames, bool lost)
    {
        // whichever chip's turn it is
        for (int turn = 0; turn < 6; turn++)
        {
            bench.Models.Bus.Faults.SetSensor(address, SensorFault.Garbage);
            bench.Frames(frames);
            bench.Models.Bus.Faults.SetSensor(address, SensorFault.None);
            bench.Frames(7);
            Assert.Equal(lost, bench.Line.BoardLost || bench.Line.SensorLost);
            bench.Line.TryStart();
        }
    }

    [Fact]
    public void A_suspected_board_that_cannot_be_read_stays_suspected()
    {
        bench.Models.Boards[0].BrownOut();
        bench.Models.Boards[1].BrownOut();
        bench.Frames(1);
        bench.Models.Bus.Faults.Unplugged = true;
        bench.Frames(3);
        Assert.False(bench.Line.BoardLost);
        bench.Models.Bus.Faults.Unplugged = false;
        bench.Frames(1);
        Assert.True(bench.Line.BoardLost);
    }

    [Fact]
    public void Losing_and_setting_up_allocate_nothing()
    {
        Exercise();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Exercise();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Exercise()
        {
            bench.Line.MayMend = false;
            bench.Models.Motion!.BrownOut();
            bench.Models.Boards[0].BrownOut();
            bench.Frames(8);
            bench.Line.MayMend = true;
            bench.Frames(2);
            bench.Line.TryStart();
        }
    }
}
