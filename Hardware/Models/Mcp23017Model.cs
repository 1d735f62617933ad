using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>An MCP23017 by its data sheet DS20001952D, with a contact to ground at each pin. Without interrupts.</summary>
public sealed class Mcp23017Model : ByteChipModel
{
    private const int Registers = 0x16, Bank = 0x80, ByteMode = 0x20;

    private readonly byte[] registers = new byte[Registers];    // numbered as with BANK = 0

    /// <summary>A chip just powered: all pins inputs without pull-ups.</summary>
    public Mcp23017Model(int address, IClock clock) : base(address, clock) => Reset();

    /// <summary>Pins that are connected to ground now: bits 0 to 7 port A, 8 to 15 port B. Set it at will.</summary>
    public ushort Grounded { get; set; }

    /// <summary>Closes or opens contact <paramref name="contact"/>, 0 to 13, numbered as the driver reads them.</summary>
    public void SetContact(int contact, bool closed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(contact);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(contact, Mcp23017.Contacts);
        int pin = contact < 7 ? contact : contact + 1;
        Grounded = (ushort)(closed ? Grounded | 1 << pin : Grounded & ~(1 << pin));
    }

    private bool InBanks => (registers[Mcp23017.IoCon] & Bank) != 0;

    private protected override bool TakeData(byte value)
    {
        int register = Register();
        if (register < 0)
            Violate(ViolationKind.ReservedRegister, $"there is no register at 0x{Selected:x2} (table 3-1)");
        else
            Store(register, value);
        Increment();
        return true;
    }

    internal override byte Give()
    {
        int register = Register();
        byte value = register < 0 ? (byte)0 : register is Mcp23017.Gpio or Mcp23017.Gpio + 1 ? Pins(register - Mcp23017.Gpio) : registers[register];
        Increment();
        return value;
    }

    /// <inheritdoc/>
    protected override void Reset()
    {
        registers.AsSpan().Clear();
        registers[Mcp23017.IoDir] = registers[Mcp23017.IoDir + 1] = 0xFF;
        Selected = 0;
    }

    private int Register()
    {
        int register = InBanks ? (Selected & 0x0F) * 2 + (Selected >> 4 & 1) : Selected;
        return register < Registers && (!InBanks || (Selected & 0xE0) == 0) ? register : -1;
    }

    private void Increment()
    {
        if ((registers[Mcp23017.IoCon] & ByteMode) != 0)
        {
            if (!InBanks) Selected ^= 1;     // the pair toggles (3.2.1)
            return;
        }
        Selected++;
        if (Selected >= (InBanks ? 0x1B : Registers)) Selected = 0;
    }

    private void Store(int register, byte value)
    {
        switch (register)
        {
            case Mcp23017.IoCon or Mcp23017.IoCon + 1:      // one register at two addresses
                registers[Mcp23017.IoCon] = registers[Mcp23017.IoCon + 1] = (byte)(value & 0xFE);
                break;
            case >= 0x0E and <= 0x11:
                Violate(ViolationKind.IgnoredWrite, "INTF and INTCAP are read-only (3.5.8, 3.5.9)");
                break;
            case Mcp23017.Gpio or Mcp23017.Gpio + 1:        // writes the latch
                registers[register + 2] = value;
                break;
            default:
                registers[register] = value;
                break;
        }
    }

    private byte Pins(int port)
    {
        int inputs = registers[Mcp23017.IoDir + port], pullUps = registers[Mcp23017.GpPu + port], grounded = Grounded >> 8 * port & 0xFF;
        int floating = inputs & ~pullUps & ~grounded;
        if (floating != 0)
            Violate(ViolationKind.BadInput, $"port {"AB"[port]}: inputs 0b{floating:b8} are open and have no pull-up");
        if ((inputs & 0x80) != 0)
            Violate(ViolationKind.BadInput, $"GP{"AB"[port]}7 is read as an input, which revision D forbids");
        int high = inputs & pullUps & ~grounded;
        return (byte)((inputs & (high ^ registers[Mcp23017.Ipol + port])) | (~inputs & registers[Mcp23017.Olat + port]));
    }
}
