using System.Text;

namespace Locomotion.Deploy.Calibration;

/// <summary>Commands from a keyboard: arrows and + - act at once, Esc and space end the pulses at once, everything else is a line.</summary>
internal sealed class KeyInput(TextWriter echo) : IJogInput
{
    private readonly StringBuilder line = new();

    /// <inheritdoc/>
    public bool Ended => false;

    /// <inheritdoc/>
    public string? Poll(bool moving)
    {
        while (Console.KeyAvailable)
        {
            ConsoleKeyInfo key = Console.ReadKey(intercept: true);
            if (Act(key) is { } command) return command;
        }
        return null;
    }

    private string? Act(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Escape:
                line.Clear();
                return "off";
            case ConsoleKey.RightArrow:
                return "+";
            case ConsoleKey.LeftArrow:
                return "-";
            case ConsoleKey.UpArrow or ConsoleKey.PageUp:
                return "++";
            case ConsoleKey.DownArrow or ConsoleKey.PageDown:
                return "--";
            case ConsoleKey.Enter:
                string command = line.ToString();
                line.Clear();
                echo.WriteLine();
                return command.Length > 0 ? command : null;
            case ConsoleKey.Backspace:
                if (line.Length == 0) return null;
                line.Length--;
                echo.Write("\b \b");
                return null;
        }
        if (line.Length == 0 && key.KeyChar is '+' or '-') return $"{key.KeyChar}";
        if (line.Length == 0 && key.KeyChar == ' ') return "off";
        if (char.IsControl(key.KeyChar)) return null;
        line.Append(key.KeyChar);
        echo.Write(key.KeyChar);
        return null;
    }
}
