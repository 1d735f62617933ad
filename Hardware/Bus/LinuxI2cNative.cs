using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Bus;

/// <summary>The kernel's I2C character devices. Source: linux/i2c-dev.h, linux/i2c.h and Documentation/i2c/dev-interface.</summary>
internal static unsafe class LinuxI2cNative
{
    public const uint Retries = 0x0701, Timeout = 0x0702, Functions = 0x0705, Transfer = 0x0707;
    public const ulong PlainI2c = 1;                                 // I2C_FUNC_I2C: whole messages, not SMBus commands only
    public const ushort ReadFlag = 1;                                // I2C_M_RD

    /// <summary>struct i2c_msg.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public ushort Address, Flags, Length;
        public byte* Bytes;
    }

    /// <summary>struct i2c_rdwr_ioctl_data.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MessageList
    {
        public Message* Messages;
        public uint Count;
    }
}
