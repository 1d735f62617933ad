namespace Locomotion.Hardware.Chips;

/// <summary>A chip that does its work only with settings, and loses them with its supply.</summary>
public interface ISetUpChip
{
    /// <summary>What the last read-back said.</summary>
    RegisterCheck Check { get; }

    /// <summary>Sets the chip up and reads that back. May be called again after a brown-out.</summary>
    bool TryStart();

    /// <summary>Reads its settings back into <see cref="Check"/>. False when lost.</summary>
    bool TryReadBack();
}
