using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Bus;

/// <summary>The kernel's I2C character devices. Source: linux/i2c-dev.h, linux/i2c.h and Documentation/i2c/dev-interface.</summary>
internal static unsafe partial class LinuxI2cNative
{
    public const int ReadWrite = 2, CloseOnExec = 0x80000;           // O_RDWR, O_CLOEXEC: equal on x64 and ARM64
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

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Close(int file);

    // ioctl is variadic; on ARM64 and x64 under Linux a pointer goes where a fixed third parameter would
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Control(int file, nuint request, nuint argument);
}
