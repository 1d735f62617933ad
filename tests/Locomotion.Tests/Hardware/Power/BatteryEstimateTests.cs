using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Power;

namespace Locomotion.Tests.Hardware.Power;

public class BatteryEstimateTests
{
    private static readonly BatteryParameters Battery = new() { Capacity = 2, Full = 8.4, Empty = 6.4, Resistance = 0.1, Averaging = 10 };

    [Fact]
    public void A_full_battery_lasts_its_capacity_over_the_current()
    {
        BatteryEstimate estimate = new(Battery);
        Assert.True(double.IsNaN(estimate.TimeLeft));
        estimate.Update(current: 2, voltage: 8.4 - 0.2, dt: 1);       // 8.4 V without load
        Assert.Equal(3600, estimate.TimeLeft, 1e-6);
        for (int s = 0; s < 900; s++) estimate.Update(2, 8.2 - s * 5e-4, 1);    // voltage falls along the straight line
        Assert.Equal(0.75, estimate.Fraction, 1e-9);
        Assert.Equal(2700, estimate.TimeLeft, 1e-6);
    }

    [Fact]
    public void A_voltage_that_says_much_less_is_believed_one_that_says_more_is_not()
    {
        BatteryEstimate estimate = new(Battery);
        estimate.Update(0, 8.4, 1);
        for (int s = 0; s < 200; s++) estimate.Update(0, 7.4, 1);       // half, and a tenth
        Assert.Equal(0.6, estimate.Fraction, 1e-6);
        for (int s = 0; s < 200; s++) estimate.Update(0, 8.4, 1);
        Assert.Equal(0.6, estimate.Fraction, 1e-6);
    }

    [Fact]
    public void Below_the_cut_off_it_is_empty_a_dip_is_not()
    {
        BatteryEstimate estimate = new(Battery);
        estimate.Update(0, 7.4, 1);
        estimate.Update(0, 5, 1);
        Assert.InRange(estimate.Fraction, 0.4, 0.5);
        for (int s = 0; s < 30; s++) estimate.Update(1, 6, 1);
        Assert.Equal((0, 0), (estimate.Fraction, estimate.TimeLeft));
    }

    [Fact]
    public void Without_current_it_lasts_for_ever_and_charging_fills_it_no_more_than_full()
    {
        BatteryEstimate estimate = new(Battery);
        estimate.Update(-3, 8.7, 1);
        Assert.Equal(double.PositiveInfinity, estimate.TimeLeft);
        for (int s = 0; s < 9000; s++) estimate.Update(-3, 8.7, 1);
        Assert.Equal(1, estimate.Fraction);
    }

    [Fact]
    public void Readings_that_are_none_are_passed_over()
    {
        BatteryEstimate estimate = new(Battery);
        estimate.Update(1, 8.3, 1);
        double before = estimate.TimeLeft;
        estimate.Update(double.NaN, 8, 1);
        estimate.Update(1, double.NegativeInfinity, 1);
        estimate.Update(1, 8, 0);
        estimate.Update(1, 8, double.NaN);
        Assert.Equal(before, estimate.TimeLeft);
        Assert.Throws<InvalidInputException>(() => new BatteryEstimate(new() { Full = 6, Empty = 6 }));
    }
}
