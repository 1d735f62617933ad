using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Body.Sensing;
using Locomotion.Controller.Loop;

namespace Locomotion.Tests.Body;

public class SensorTests
{
    private const int Ticks = 4000;

    [Fact]
    public void Exact_sensors_report_every_bit()
    {
        SimulatedPlant plant = Plant(SensorParameters.Exact);
        Senses senses = new(plant.Segments);
        Command command = new(plant.Segments);
        command.Bend[3] = 0.1;
        for (int k = 0; k < 50; k++) plant.Step(command, senses, 1e-3);
        Assert.Equal(plant.Body.FootLoad.ToArray(), senses.FootLoad);
        for (int j = 0; j < plant.Segments - 1; j++) Assert.Equal(plant.Body.Chain.Bend(j), senses.Bend[j]);
        Assert.NotEqual(0, senses.Bend[3]);
    }

    [Fact]
    public void Noise_has_its_deviation_is_new_in_every_tick_and_the_same_however_often_one_looks()
    {
        SimulatedPlant plant = Plant(SensorParameters.Exact with { BendNoise = 0.01, LoadNoise = 0.5 });
        Senses senses = new(plant.Segments), again = new(plant.Segments);
        Command command = new(plant.Segments);
        double sum = 0, squares = 0, last = double.NaN;
        int repeated = 0, negative = 0;
        for (int k = 0; k < Ticks; k++)
        {
            plant.Step(command, senses, 1e-3);
            plant.Sense(again);
            Assert.Equal(senses.Bend, again.Bend);
            Assert.Equal(senses.FootLoad, again.FootLoad);
            double error = senses.Bend[5] - plant.Body.Chain.Bend(5);
            sum += error;
            squares += error * error;
            if (error == last) repeated++;
            last = error;
            negative += senses.FootLoad.Count(load => load < 0);
        }
        Assert.Equal((0, 0), (repeated, negative));
        Assert.InRange(sum / Ticks, -4 * 0.01 / Math.Sqrt(Ticks), 4 * 0.01 / Math.Sqrt(Ticks));
        Assert.InRange(Math.Sqrt(squares / Ticks), 0.0095, 0.0105);     // four standard errors
    }

    [Fact]
    public void Another_seed_gives_other_noise()
    {
        double Bend(ulong seed)
        {
            SimulatedPlant plant = Plant(SensorParameters.Exact with { BendNoise = 0.01 }, seed);
            Senses senses = new(plant.Segments);
            plant.Step(new Command(plant.Segments), senses, 1e-3);
            return senses.Bend[0];
        }
        Assert.Equal(Bend(1), Bend(1));
        Assert.NotEqual(Bend(1), Bend(2));
    }

    private static SimulatedPlant Plant(SensorParameters sensors, ulong seed = 1) =>
        new(new CentipedeBody(new BodyParameters { Sensors = sensors }, Habitat.Land), step: 1e-3, seed);
}
