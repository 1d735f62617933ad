using System.Text;

namespace Locomotion.Hardware.Robots;

/// <summary>Which addresses a chip can have: by its data sheet, without those that the I2C specification reserves (UM10204, 3.1.12).</summary>
/// <param name="Name">Of the chip.</param>
/// <param name="First">Its lowest address.</param>
/// <param name="Last">Its highest.</param>
internal sealed record ChipAddresses(string Name, int First, int Last)
{
    /// <summary>Data sheet Rev. 4, 7.1.1: six address pins.</summary>
    public static readonly ChipAddresses ServoBoard = new("PCA9685", 0x40, 0x77);

    /// <summary>SBAS444D, table 4: ADDR at GND, VDD, SDA or SCL.</summary>
    public static readonly ChipAddresses Converter = new("ADS1115", 0x48, 0x4B);

    /// <summary>DS20001952D, 3.3.1: three address pins.</summary>
    public static readonly ChipAddresses Expander = new("MCP23017", 0x20, 0x27);

    /// <summary>PS-MPU-6000A, 9.2: AD0.</summary>
    public static readonly ChipAddresses Motion = new("MPU-6050", 0x68, 0x69);

    /// <summary>SBOS448G, table 1: A1 and A0 at GND, VS, SDA or SCL.</summary>
    public static readonly ChipAddresses Rail = new("INA219", 0x40, 0x4F);

    /// <summary>What they look like, as a regular expression.</summary>
    public string Pattern
    {
        get
        {
            StringBuilder text = new("^0x(");
            for (int high = First >> 4; high <= Last >> 4; high++)
            {
                if (high > First >> 4) text.Append('|');
                text.Append($"{high:x}[");
                for (int low = Math.Max(First, high << 4); low <= Math.Min(Last, high << 4 | 15); low++)
                    text.Append((low & 15) < 10 ? $"{low & 15}" : $"{low & 15:x}{low & 15:X}");
                text.Append(']');
            }
            return text.Append(")$").ToString();
        }
    }
}
