using System.Runtime.InteropServices;
using System.Text;
using Locomotion.Hardware.Pins;
using static Locomotion.Hardware.Pins.LinuxGpioNative;

namespace Locomotion.Tests.Hardware;

/// <summary>What Linux answers to those who ask for lines of its GPIO chips, by linux/Documentation/userspace-api/gpio: each line is lent once.</summary>
internal sealed unsafe class FakeGpioKernel
{
    private const int Busy = 16, Permission = 1, Invalid = 22;      // EBUSY, EPERM, EINVAL
    private readonly string[] labels;
    private readonly Dictionary<int, (int Chip, int Line)> lines = [];      // by file

    /// <summary>Puts a device for each chip into a folder.</summary>
    public FakeGpioKernel(string devices, params string[] labels)
    {
        this.labels = labels;
        for (int chip = 0; chip < labels.Length; chip++) File.WriteAllText(Path.Combine(devices, $"gpiochip{chip}"), "");
    }

    /// <summary>Lines that are lent now, and what for.</summary>
    public Dictionary<(int Chip, int Line), (ulong Flags, string Consumer)> Lent { get; } = [];

    /// <summary>Every level that an output had, in their order.</summary>
    public List<(int Line, bool High)> Driven { get; } = [];

    /// <summary>Level of all inputs.</summary>
    public bool High { get; set; }

    /// <summary>Opens a chip of this kernel.</summary>
    public LinuxGpioChip Open(string path)
    {
        int chip = path[^1] - '0';
        return new(path, (file, request, argument) => Answer(chip, file, (uint)request, argument));
    }

    private int Answer(int chip, int file, uint request, nuint argument)
    {
        switch (request)
        {
            case ReadChipInfo:
                ChipInfo* info = (ChipInfo*)argument;
                Encoding.UTF8.GetBytes(labels[chip]).CopyTo(new Span<byte>(info->Label, NameSize));
                info->Lines = 54;
                return 0;
            case GetLine:
                return Lend(chip, (LineRequest*)argument);
            case GetValues:
                ((LineValues*)argument)->Bits = High ? 1u : 0u;
                return lines.ContainsKey(file) ? 0 : Fail(Invalid);
            case SetValues:
                if (!lines.TryGetValue(file, out (int Chip, int Line) line) || (Lent[line].Flags & Output) == 0) return Fail(Permission);
                Driven.Add((line.Line, (((LineValues*)argument)->Bits & 1) == 1));
                return 0;
            default:
                return Fail(Invalid);
        }
    }

    private int Lend(int chip, LineRequest* request)
    {
        (int Chip, int Line) line = (chip, (int)request->Offsets[0]);
        if (request->Count != 1 || request->Consumer[NameSize - 1] != 0) return Fail(Invalid);
        if (Lent.ContainsKey(line)) return Fail(Busy);
        request->File = 1000 + lines.Count;
        lines[request->File] = line;
        Lent[line] = (request->Config.Flags, Marshal.PtrToStringUTF8((nint)request->Consumer)!);
        if (request->Config.Count == 1 && request->Config.Attributes[0].Id == OutputValues) Driven.Add((line.Line, (request->Config.Attributes[0].Values & request->Config.Attributes[0].Mask & 1) == 1));
        return 0;
    }

    private static int Fail(int error)
    {
        Marshal.SetLastPInvokeError(error);
        return -1;
    }
}
