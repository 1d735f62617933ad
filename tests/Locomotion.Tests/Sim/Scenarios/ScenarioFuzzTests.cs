using System.Text;
using CsCheck;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Scenarios;

/// <summary>Whatever stands in a file: it is a scenario, or it is refused; nothing else happens.</summary>
public sealed class ScenarioFuzzTests : IDisposable
{
    private static readonly string[] Texts = [.. BuiltInScenarios.Names.Select(BuiltInScenarios.Text), .. BuiltInScenarios.Names.Select(name => ScenarioWriter.Write(BuiltInScenarios.Named(name)))];
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "/*", "*/", "//", "null", "true", "-", "0", "1e999", "-1e-999", "1e308", "NaN",
        "0.00000000000000000000001", "99999999999999999999999999", "\"set\":", "\"seed\":", "\"ground\":", "\"\":", "\0", "\ud800", "\ufeff", "\r\n", "é",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Texts);
    private static readonly Gen<Func<string, string>> Change = Gen.OneOf(
        Gen.Select(Gen.Double[0, 1], Gen.Char, Splice(1)),
        Gen.Select(Gen.Double[0, 1], Gen.Char[' ', '~'], Splice(1)),
        Gen.Select(Gen.Double[0, 1], Gen.OneOf(Pieces), (at, piece) => (Func<string, string>)(s => s.Insert(Index(s, at), piece))),
        Gen.Double[0, 1].Select(at => (Func<string, string>)(s => s[..Index(s, at)])),
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], (a, b) => (Func<string, string>)(s => s.Insert(Index(s, b), s[Index(s, Math.Min(a, b))..Index(s, Math.Max(a, b))]))),
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 40], (at, length) => (Func<string, string>)(s => s.Remove(Index(s, at), Math.Min(length, s.Length - Index(s, at))))),
        Gen.Select(Gen.Double[0, 1], Gen.OneOf("[", "{\"set\":", "{\"a\":["), Gen.Int[1, 2000],
            (at, open, times) => (Func<string, string>)(s => s.Insert(Index(s, at), string.Concat(Enumerable.Repeat(open, times))))));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_changed_text_is_read_or_refused() =>
        Gen.Select(Text, Change.Array[1, 4]).Sample((text, changes) => ReadsOrRefuses(changes.Aggregate(text, (s, change) => change(s))), iter: 5000);

    [Fact]
    public void A_changed_number_or_word_is_read_or_refused() =>
        Gen.Select(Text, Gen.Int[0, 1000], Gen.OneOf(Pieces)).Sample((text, which, piece) => ReadsOrRefuses(WithToken(text, which, piece)), iter: 5000);

    [Fact]
    public void A_file_with_flipped_bytes_is_read_or_refused() =>
        Gen.Select(Text, Gen.Select(Gen.Double[0, 1], Gen.Byte).Array[1, 8]).Sample((text, flips) =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            foreach ((double at, byte flip) in flips) bytes[(int)(at * (bytes.Length - 1))] ^= flip;
            string path = folder.File($"{Guid.NewGuid():N}.jsonc");
            File.WriteAllBytes(path, bytes);
            try
            {
                ScenarioReader.Read(path);
            }
            catch (InvalidInputException refusal)
            {
                Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
            }
        }, iter: 1000);

    [Fact]
    public void Nesting_however_deep_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 500_000));
        Assert.Contains("at most 16 levels", Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse(deep, "deep.json")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_half_a_megabyte_is_refused_at_once()
    {
        string json = BadScenarios.Root($"\"{new string('k', 500_000)}\": 1");
        string message = Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse(json, "long.json")).Message;
        Assert.True(message.Length < 500, message);
    }

    /// <summary>A text that reads must also be written and read again.</summary>
    private static void ReadsOrRefuses(string text)
    {
        try
        {
            Scenario read = ScenarioReader.Parse(text, "fuzz.jsonc");
            Assert.Equal(read.Timeline, ScenarioReader.Parse(ScenarioWriter.Write(read), "again.jsonc").Timeline);
        }
        catch (InvalidInputException refusal)
        {
            Assert.StartsWith("fuzz.jsonc", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Replaces one of the words that stand between spaces, brackets and commas.</summary>
    private static string WithToken(string text, int which, string piece)
    {
        string[] words = text.Split([' ', '[', ',', '\n'], StringSplitOptions.None);
        string word = words[which % words.Length];
        int at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? piece + text : text.Remove(at, word.Length).Insert(at, piece);
    }

    private static Func<double, char, Func<string, string>> Splice(int length) =>
        (at, c) => s => s.Length == 0 ? $"{c}" : s.Remove(Index(s, at), length).Insert(Index(s, at), $"{c}");

    private static int Index(string s, double share) => (int)(share * Math.Max(0, s.Length - 1));
}
