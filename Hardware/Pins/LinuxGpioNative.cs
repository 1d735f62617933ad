using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Pins;

/// <summary>The kernel's GPIO character devices, their second interface (Linux 5.10 and later). Source: linux/gpio.h.</summary>
internal static unsafe class LinuxGpioNative
{
    public const uint ReadChipInfo = 0x8044B401, GetLine = 0xC250B407, GetValues = 0xC010B40E, SetValues = 0xC010B40F;
    public const ulong Input = 1 << 2, Output = 1 << 3, PullUp = 1 << 8, PullDown = 1 << 9;        // GPIO_V2_LINE_FLAG_*
    public const uint OutputValues = 2;                                                            // GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES
    public const int NameSize = 32;

    /// <summary>struct gpiochip_info.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ChipInfo
    {
        public fixed byte Name[NameSize];
        public fixed byte Label[NameSize];
        public uint Lines;
    }

    /// <summary>struct gpio_v2_line_values: of the lines of a request, by bits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LineValues
    {
        public ulong Bits, Mask;
    }

    /// <summary>struct gpio_v2_line_config_attribute, its attribute unfolded.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LineAttribute
    {
        public uint Id, Padding;
        public ulong Values, Mask;
    }

    /// <summary>Those of a request.</summary>
    [InlineArray(10)]
    public struct LineAttributes
    {
        private LineAttribute first;
    }

    /// <summary>struct gpio_v2_line_config.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LineConfig
    {
        public ulong Flags;
        public uint Count;
        public fixed uint Padding[5];
        public LineAttributes Attributes;
    }

    /// <summary>struct gpio_v2_line_request.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct LineRequest
    {
        public fixed uint Offsets[64];
        public fixed byte Consumer[NameSize];
        public LineConfig Config;
        public uint Count, EventBufferSize;
        public fixed uint Padding[5];
        public int File;
    }
}
