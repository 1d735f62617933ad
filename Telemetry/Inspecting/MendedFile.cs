using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Telemetry.Inspecting;

/// <summary>An MCAP file to look into: as it is, or, where it was cut, by a mended copy, which is gone when this is disposed.</summary>
public sealed class MendedFile : IDisposable
{
    private readonly Stream original;
    private readonly FileStream? copy;

    /// <summary>Opens a file.</summary>
    /// <param name="stream">Its bytes, seekable; it remains the caller's.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidInputException">It is no MCAP file, or nothing in it is whole.</exception>
    /// <exception cref="IOException">There is no room for the copy in the system's folder for temporary files.</exception>
    public MendedFile(Stream stream, string name)
    {
        original = stream;
        try
        {
            Reader = new McapReader(stream, name);
        }
        catch (InvalidInputException refused)
        {
            copy = new FileStream(Path.Combine(Path.GetTempPath(), $"locomotion-{Guid.NewGuid():N}.mcap"), FileMode.CreateNew, FileAccess.ReadWrite,
                FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose);
            try
            {
                Reader = Mend(stream, name, copy, refused);
            }
            catch
            {
                copy.Dispose();
                throw;
            }
            Damage = refused.Message;
        }
    }

    /// <summary>What is whole of it.</summary>
    public McapReader Reader { get; }

    /// <summary>What is wrong with the file; null if nothing is.</summary>
    public string? Damage { get; }

    /// <summary>How far in the file the last reading was, 0 to 1.</summary>
    public double ShareRead => Read(copy ?? original);

    /// <summary>Removes the copy, if there is one.</summary>
    public void Dispose() => copy?.Dispose();

    private static double Read(Stream stream) => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    private static McapReader Mend(Stream stream, string name, FileStream copy, InvalidInputException refused)
    {
        RecoveryResult result = McapRecovery.Recover(stream, copy, name);
        return result.KeptAnything ? new McapReader(copy, name) : throw refused;
    }
}
