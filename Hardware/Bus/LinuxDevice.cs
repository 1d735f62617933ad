using System.Runtime.InteropServices;

namespace Locomotion.Hardware.Bus;

/// <summary>A device file of Linux: opened, asked and closed.</summary>
internal static partial class LinuxDevice
{
    private const int ReadWrite = 2, CloseOnExec = 0x80000;          // O_RDWR, O_CLOEXEC: equal on x64 and ARM64

    /// <summary>Opens it for reading and writing; negative if that cannot be.</summary>
    public static int Open(string path) => Open(path, ReadWrite | CloseOnExec);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Close(int file);

    // ioctl is variadic; on ARM64 and x64 under Linux a pointer goes where a fixed third parameter would
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Control(int file, nuint request, nuint argument);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
