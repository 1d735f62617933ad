using System.Diagnostics;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Installing;

/// <summary>A Debian of its own, in a folder, with what is handed out for the robot in /media; <c>./test</c> makes the one that is copied here.</summary>
internal sealed class DebianRoot : IDisposable
{
    private const string Enter = """
        mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && ip link set lo up && cd / &&
            exec env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin chroot "$1" sh -c "exec 2>&1; $2"
        """;

    public const string Handout = "/media/locomotion-robot";

    public DebianRoot()
    {
        string made = Environment.GetEnvironmentVariable("LOCOMOTION_DEBIAN") ?? throw new InvalidOperationException("LOCOMOTION_DEBIAN is not set: run the tests by ./test.");
        Folder = Path.Combine(Scratch.Folder().FullName, "debian");
        AsRoot("cp", "-a", made, Folder);
        AsRoot("cp", "-R", Repository.Path("deploy-rpi"), Folder + Handout);
        AsRoot("rm", "-rf", $"{Folder}{Handout}/bin", $"{Folder}{Handout}/obj");
        // the program for the machine on which the test runs: the Debian is of its kind
        AsRoot("cp", RobotProgram.NativeFile, $"{Folder}{Handout}/locomotion-robot");
        Shell("mkdir -p /boot/firmware; printf '# a Pi\\n[cm5]\\ndtoverlay=dwc2\\n' >/boot/firmware/config.txt");
    }

    public string Folder { get; }

    /// <summary>Runs a line of shell inside, and expects it to do well.</summary>
    public string Shell(string line)
    {
        (int code, string said) = Try(line);
        Assert.True(code == 0, $"{line}\n{said}");
        return said;
    }

    /// <summary>Runs a line of shell inside: with /proc and /dev, and a network of its own that leads nowhere.</summary>
    public (int Code, string Said) Try(string line) => Run(["unshare", "--mount", "--net", "sh", "-c", Enter, "sh", Folder, line]);

    /// <summary>Every file, folder and link with rights and owner, and files with their content; but not what packages and accounts leave of their own past.</summary>
    public string[] Inventory()
    {
        const string Search = "find /boot /etc /opt /usr /var/lib -xdev \\( -path /var/lib/apt -o -path /var/lib/dpkg -o -path /etc/.pwd.lock -o -path '/etc/passwd*' "
            + "-o -path '/etc/group*' -o -path '/etc/shadow*' -o -path '/etc/gshadow*' -o -path '/etc/sub?id*' -o -path /etc/ld.so.cache \\) -prune -o";
        string[] all = Shell($"{Search} -printf '%p %y %m %u %g %l\\n'; {Search} -type f ! -path '/usr/share/*' ! -path '/usr/lib/*' -exec md5sum -b {{}} +").Split('\n');
        Assert.True(all.Length > 1000);
        return [.. all.Order(StringComparer.Ordinal)];
    }

    /// <summary>Users and groups, by name.</summary>
    public string[] Accounts() => Shell("{ getent passwd; getent group; } | cut -d: -f1").Split('\n');

    public void Dispose() => AsRoot("rm", "-rf", Folder);

    private static void AsRoot(params string[] words)
    {
        (int code, string said) = Run(words);
        Assert.True(code == 0, $"{string.Join(' ', words)}\n{said}");
    }

    private static (int Code, string Said) Run(string[] words)
    {
        string[] all = Environment.UserName == "root" ? words : ["sudo", "-n", .. words];
        using Process process = Process.Start(new ProcessStartInfo(all[0], all[1..]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
