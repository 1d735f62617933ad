using System.Device.I2c;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Chips;

/// <summary>Microchip MCP23017, a port of 16 pins: here inputs with pull-ups, for contacts to ground, all read in one transaction.</summary>
/// <remarks>
/// Source: MCP23017 data sheet DS20001952D, 3.2 (addressing, BANK = 0), 3.5 (registers). Revision D allows GPA7 and GPB7 as outputs
/// only, since a change of these inputs during a read can corrupt SDA; so <see cref="UsableInputs"/> leaves them out, and they are
/// driven low. Surface after Iot.Device.Bindings' Mcp23017, with Try methods for the loop.
/// </remarks>
public sealed class Mcp23017 : ISetUpChip, IDisposable
{
    /// <summary>The first of eight addresses, A2 to A0 low.</summary>
    public const byte I2cAddressBase = 0x20;

    /// <summary>Pins that may be inputs, one bit each: A0 to A6 are bits 0 to 6, B0 to B6 are bits 8 to 14.</summary>
    public const ushort UsableInputs = 0x7F7F;

    /// <summary>Contacts that one chip reads.</summary>
    public const int Contacts = 14;

    internal const byte IoDir = 0x00, Ipol = 0x02, IoCon = 0x0A, GpPu = 0x0C, Gpio = 0x12, Olat = 0x14;    // of port A; B follows
    internal const ushort ResetDirections = 0xFFFF;

    private readonly I2cDevice device;

    /// <summary>A chip that reads nothing before <see cref="TryStart"/>.</summary>
    public Mcp23017(I2cDevice i2cDevice, TickBudget budget)
    {
        device = i2cDevice;
        Link = new ChipLink(i2cDevice, budget, "MCP23017");
    }

    /// <summary>Counts, timings and faults of the chip's transactions.</summary>
    public ChipLink Link { get; }

    /// <inheritdoc/>
    public RegisterCheck Check { get; private set; }

    /// <summary>
    /// Pull-ups on, pins 7 low outputs, the others inputs that read 1 while their contact is closed (IPOL); then reads back.
    /// </summary>
    public bool TryStart() =>
        Link.TryWriteByte(IoCon, 0)             // BANK 0, addresses count up
        && TryWritePair(Olat, 0)
        && TryWritePair(GpPu, UsableInputs)
        && TryWritePair(Ipol, UsableInputs)
        && TryWritePair(IoDir, UsableInputs)
        && TryReadBack() && Check == RegisterCheck.AsSet;

    /// <summary>
    /// Reads all contacts at once (GPIOA and GPIOB, two bytes). Bit k is 1 while contact k is closed: 0 to 6 on port A, 7 to 13 on B.
    /// False, and 0, when lost.
    /// </summary>
    public bool TryReadContacts(out ushort closed)
    {
        bool good = TryReadPair(Gpio, out ushort pins);
        closed = (ushort)(pins & 0x7F | (pins & 0x7F00) >> 1);
        return good;
    }

    /// <summary>Reads the directions and pull-ups back into <see cref="Check"/>. False when lost.</summary>
    public bool TryReadBack()
    {
        Check = RegisterCheck.Unread;
        if (!TryReadPair(IoDir, out ushort directions) || !TryReadPair(GpPu, out ushort pullUps)) return false;
        Check = directions == UsableInputs && pullUps == UsableInputs ? RegisterCheck.AsSet
            : directions == ResetDirections && pullUps == 0 ? RegisterCheck.Reset : RegisterCheck.Different;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => device.Dispose();

    private bool TryWritePair(byte register, ushort value) => Link.TryWrite([register, (byte)value, (byte)(value >> 8)]);

    private bool TryReadPair(byte register, out ushort value)
    {
        Span<byte> pair = stackalloc byte[2];
        bool good = Link.TryWriteRead([register], pair);
        value = good ? (ushort)(pair[0] | pair[1] << 8) : (ushort)0;
        return good;
    }
}
