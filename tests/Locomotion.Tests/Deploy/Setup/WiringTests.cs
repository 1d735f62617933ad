using System.Xml.Linq;
using Locomotion.Deploy.Commands;
using Locomotion.Deploy.Wiring;
using Locomotion.Hardware.Robots;
using Locomotion.Tests.Hardware.Robots;

namespace Locomotion.Tests.Deploy.Setup;

public class WiringTests
{
    [Theory, MemberData(nameof(RobotReaderTests.Examples), MemberType = typeof(RobotReaderTests))]
    public void The_picture_shows_every_servo_sensor_and_pin_once_and_nothing_outside(string name)
    {
        Robot robot = ExampleRobots.Read(name);
        XElement svg = XDocument.Parse(WiringPicture.Of(robot)).Root!;
        List<string> words = [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
        Assert.All(robot.Servos, servo => Assert.Single(words, robot.Joints.Name(servo.Joint)));
        Assert.Equal(robot.Buses.Sum(bus => bus.Boards.Count), words.Count(word => word.StartsWith("PCA9685", StringComparison.Ordinal)));
        Assert.Equal(robot.Buses.SelectMany(bus => bus.Converters).SelectMany(converter => converter.Legs).Count(leg => leg >= 0), words.Count(word => word.StartsWith("load-", StringComparison.Ordinal)));
        Assert.Contains(words, word => word.Contains("GPIO 27, pin 13", StringComparison.Ordinal));
        double width = (double)svg.Attribute("width")!, height = (double)svg.Attribute("height")!;
        Assert.All(svg.Descendants().Where(element => element.Name.LocalName == "rect" && element.Attribute("x") is not null), box =>
        {
            Assert.InRange((double)box.Attribute("x")! + (double)box.Attribute("width")!, 0, width);
            Assert.InRange((double)box.Attribute("y")! + (double)box.Attribute("height")!, 0, height);
        });
    }

    [Fact]
    public void The_table_has_a_row_for_every_servo()
    {
        using StringWriter text = new();
        Assert.Equal(0, WiringCommand.Show(ExampleRobots.Read("six-segments"), null, text));
        Assert.Equal(29, text.ToString().Split('\n').Count(line => line.Contains("1000 to 2000", StringComparison.Ordinal)));
        Assert.Contains("enable GPIO 17, pin 11; heartbeat GPIO 27, pin 13; stop GPIO 22, pin 15", text.ToString(), StringComparison.Ordinal);
    }
}
