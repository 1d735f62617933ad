using System.Diagnostics;

namespace Locomotion.Tests.EndToEnd;

/// <summary>A disk that becomes full.</summary>
internal static class FillingDisk
{
    /// <summary>A file that takes a recording until there is enough of it, and then no more, as a full disk does.</summary>
    public static Task ReadALittle(string path, ManualResetEventSlim enough)
    {
        using (Process make = Process.Start("mkfifo", [path])) make.WaitForExit();
        return Task.Run(() =>
        {
            using FileStream pipe = File.OpenRead(path);
            byte[] taken = new byte[64 * 1024];
            while (!enough.IsSet && pipe.Read(taken) > 0)
            {
            }
        });
    }
}
