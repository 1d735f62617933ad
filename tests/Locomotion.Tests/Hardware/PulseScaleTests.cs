using CsCheck;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Chips;

namespace Locomotion.Tests.Hardware;

public class PulseScaleTests
{
    private static readonly Gen<PulseScale> Scales = Gen.Select(Gen.Double[23e6, 27e6], Gen.Double[40, 333], PulseScale.For);

    /// <summary>The data sheet's example, 7.3.5: 200 Hz of 25 MHz is prescale 30, 0x1E.</summary>
    [Theory, InlineData(25e6, 200, 0x1E), InlineData(25e6, 50, 121), InlineData(26.5e6, 50, 128)]
    public void The_prescaler_is_the_nearest_to_the_rate(double oscillator, double rate, int prescale) =>
        Assert.Equal(prescale, PulseScale.For(oscillator, rate).Prescale);

    [Fact]
    public void Counts_come_back_from_microseconds_unchanged() => Gen.Select(Scales, Gen.Int[0, 4095]).Sample((scale, counts) =>
        Assert.Equal(counts, scale.ToCounts(scale.ToMicroseconds(counts))));

    [Fact]
    public void A_pulse_is_off_by_half_a_count_at_most() => Gen.Select(Scales, Gen.Double[0, 3000]).Sample((scale, pulse) =>
        Assert.InRange(scale.ToMicroseconds(scale.ToCounts(pulse)) - pulse, -0.5000001 * scale.CountMicroseconds, 0.5000001 * scale.CountMicroseconds));

    [Fact]
    public void A_longer_pulse_never_has_fewer_counts() => Gen.Select(Scales, Gen.Double[0, 3000], Gen.Double[0, 100]).Sample((scale, pulse, more) =>
        Assert.True(scale.ToCounts(pulse + more) >= scale.ToCounts(pulse)));

    [Fact]
    public void A_measured_rate_gives_the_oscillator_back() => Scales.Sample(scale =>
        Assert.Equal(scale.OscillatorHz, PulseScale.OscillatorFrom(1e6 / scale.PeriodMicroseconds, scale.Prescale), 1e-12 * scale.OscillatorHz));

    [Fact]
    public void A_rate_beyond_the_prescaler_is_refused_with_its_range() =>
        Assert.Contains("24 to 1526 Hz", Assert.Throws<InvalidInputException>(() => PulseScale.For(25e6, 10)).Message, StringComparison.Ordinal);
}
