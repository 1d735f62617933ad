using System.Text.Json;

namespace Locomotion.Tests.Deploy.Installing;

/// <summary>Installed, used and taken back in a Debian of its own. Without systemd running, as in any chroot: what it does is not tried here.</summary>
public sealed class InstallTests : IDisposable
{
    private const string Install = DebianRoot.Handout + "/install.sh --robot /tmp/robot.jsonc --name centi", Uninstall = "/opt/locomotion/uninstall.sh";

    private readonly DebianRoot debian = new();

    public InstallTests() => debian.Shell("echo '{}' >/tmp/robot.jsonc");

    public void Dispose() => debian.Dispose();

    [Fact]
    public void What_is_installed_is_there_runs_and_is_taken_back_to_the_last_file()
    {
        string[] before = debian.Inventory(), accounts = debian.Accounts();
        string dry = debian.Shell(Install + " --dry-run");
        Assert.Contains("would write /opt/locomotion/locomotion-robot", dry, StringComparison.Ordinal);
        Assert.Equal(before, debian.Inventory());

        debian.Shell(Install);
        Assert.Matches("^[0-9]+\\.[0-9]+", debian.Shell("locomotion-robot --version"));
        JsonElement doctor = JsonDocument.Parse(debian.Try("locomotion-robot doctor --json").Said).RootElement;
        Assert.True(doctor.GetProperty("findings").GetArrayLength() > 10);
        Assert.Equal("755 root", debian.Shell("stat -c '%a %U' /opt/locomotion/locomotion-robot").Trim());
        Assert.Equal("i2c gpio", debian.Shell("for g in i2c gpio; do id -nG locomotion | tr ' ' '\\n' | grep -x $g; done | xargs").Trim());
        Assert.Equal("enabled", debian.Shell("systemctl is-enabled locomotion-robot").Trim());
        Assert.DoesNotContain("Unknown", debian.Shell("systemd-analyze verify locomotion-robot.service"), StringComparison.Ordinal);
        Assert.Equal("i2c-dev", debian.Shell("cat /etc/modules-load.d/locomotion.conf").Trim());
        Assert.EndsWith("# locomotion: begin\n[all]\ndtparam=i2c_arm=on,i2c_arm_baudrate=400000\n# locomotion: end\n", debian.Shell("cat /boot/firmware/config.txt"), StringComparison.Ordinal);
        Assert.Equal("640 root locomotion", debian.Shell("stat -c '%a %U %G' /etc/locomotion/passwords/centi").Trim());
        Assert.Equal("600 root", debian.Shell("stat -c '%a %U' /etc/locomotion/broker/ca.key").Trim());

        string[] installed = debian.Inventory();
        string again = debian.Shell(Install);
        Assert.Equal(installed, debian.Inventory());
        Assert.DoesNotContain("  write", again, StringComparison.Ordinal);

        debian.Shell(Uninstall + " --purge");
        Assert.Equal(before, debian.Inventory());
        // Debian leaves the broker's user
        Assert.Equal(accounts, debian.Accounts().Where(name => name != "mosquitto"));
    }

    [Fact]
    public void Calibration_robot_and_what_somebody_changed_stay_without_purge()
    {
        debian.Shell(Install + " --no-broker");
        debian.Shell("echo mine >/etc/locomotion/robot.calibration.json; echo LOCOMOTION_OPTIONS=--seed=2 >/etc/default/locomotion-robot; echo '# mine' >>/boot/firmware/config.txt");
        debian.Shell(Install + " --no-broker --second-bus");
        Assert.Equal("LOCOMOTION_OPTIONS=--seed=2", debian.Shell("cat /etc/default/locomotion-robot").Trim());
        Assert.Contains("dtoverlay=i2c3-pi5", debian.Shell("cat /boot/firmware/config.txt"), StringComparison.Ordinal);

        debian.Shell(Uninstall);
        Assert.Equal("mine", debian.Shell("cat /etc/locomotion/robot.calibration.json").Trim());
        Assert.Equal("{}", debian.Shell("cat /etc/locomotion/robot.jsonc").Trim());
        Assert.Equal("# a Pi\n[cm5]\ndtoverlay=dwc2\n# mine\n", debian.Shell("cat /boot/firmware/config.txt"));
        Assert.NotEqual(0, debian.Try("test -e /opt/locomotion || command -v locomotion-robot").Code);
        Assert.Contains("nothing is installed here", debian.Try($"cd {DebianRoot.Handout} && ./uninstall.sh").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_broker_that_is_installed_speaks_tls_with_its_certificate_and_plainly_with_nobody()
    {
        debian.Shell(Install);
        string said = debian.Shell("""
            install -d -o mosquitto /run/mosquitto
            mosquitto -c /etc/mosquitto/mosquitto.conf -d
            for k in 1 2 3 4 5 6 7 8 9; do [ -s /run/mosquitto/mosquitto.pid ] || sleep 0.5; done
            locomotion-robot self-test --broker 127.0.0.1:8883 | grep mqtt
            echo | openssl s_client -connect 127.0.0.1:8883 -CAfile /etc/locomotion/broker/ca.crt -verify_return_error -verify_ip 127.0.0.1 2>&1 | grep -E 'Verif|error'
            kill $(cat /run/mosquitto/mosquitto.pid)
            cat /var/log/mosquitto/mosquitto.log
            """);
        Assert.Contains("mqtt: FAILED", said, StringComparison.Ordinal);
        Assert.Contains("Verification: OK", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_txt_whose_last_line_has_no_end_keeps_that_line_and_is_taken_back_to_the_byte()
    {
        const string Config = "/boot/firmware/config.txt", Theirs = "# a Pi\r\ndtoverlay=foo", Block = "# locomotion: begin\n[all]\ndtparam=i2c_arm=on,i2c_arm_baudrate=400000\n# locomotion: end\n";
        debian.Shell($"printf '# a Pi\\r\\ndtoverlay=foo' >{Config}; ln {Config} /boot/firmware/same");
        for (int time = 0; time < 2; time++)
        {
            debian.Shell(Install + " --no-broker");
            Assert.Equal(Theirs + "\n" + Block, debian.Shell($"cat {Config}"));
            Assert.Equal(Theirs, debian.Shell($"cat {Config}.before-locomotion"));
            // what is written anew leaves the old file whole until it is there
            Assert.Equal(Theirs, debian.Shell("cat /boot/firmware/same"));
        }
        debian.Shell(Uninstall);
        Assert.Equal(Theirs, debian.Shell($"cat {Config}"));
        Assert.Equal("config.txt same", debian.Shell("ls /boot/firmware | xargs").Trim());
    }

    [Fact]
    public void A_mark_in_config_txt_without_its_other_is_refused_and_nothing_is_lost()
    {
        const string Config = "/boot/firmware/config.txt", Begin = "# locomotion: begin", End = "# locomotion: end";
        (string Text, string Says)[] rows =
        [
            ($"a=1\n{Begin}\n[all]\nb=2\n", $"{Config}: line 2 wants a line '{End}' after it"), ($"a=1{Begin}\n[all]\n{End}\nb=2\n", $"{Config}: line 3 wants a line '{Begin}' before it"),
            ($"{Begin}\n[all]\n{Begin}\n[all]\n{End}\n", $"{Config}: line 1 wants a line '{End}' after it"), ($"{Begin}\n{End}\n{End}\n", $"{Config}: line 3 wants a line '{Begin}' before it"),
        ];
        void AssertRefused(string command)
        {
            foreach ((string text, string says) in rows)
            {
                debian.Shell($"printf '{text.Replace("\n", "\\n", StringComparison.Ordinal)}' >{Config}");
                string[] before = debian.Inventory();
                (int code, string said) = debian.Try(command);
                Assert.Equal(2, code);
                Assert.Contains(says, said, StringComparison.Ordinal);
                Assert.Equal(before, debian.Inventory());
            }
        }
        AssertRefused(Install + " --no-broker");
        debian.Shell($"echo a=1 >{Config}");
        debian.Shell(Install + " --no-broker");
        AssertRefused(Uninstall);
        debian.Shell($"printf 'c=3\\n{Begin}\\n{End}\\n' >{Config}");
        Assert.Contains("config.txt.before-locomotion stays", debian.Shell(Uninstall), StringComparison.Ordinal);
        Assert.Equal("c=3\na=1\n", debian.Shell($"cat {Config} {Config}.before-locomotion"));
    }

    [Fact]
    public void A_broker_that_serves_others_is_left_alone()
    {
        const string Own = "/etc/mosquitto/conf.d/house.conf", Main = "/etc/mosquitto/mosquitto.conf";
        debian.Shell("mkdir -p /etc/mosquitto/conf.d");
        foreach ((string file, string text) in ((string, string)[])[(Own, "max_connections 9"), (Main, "listener 1883"), (Main, "password_file /etc/mosquitto/users"), (Main, "allow_anonymous true"), (Main, "include_dir /srv")])
        {
            debian.Shell($"echo '{text}' >{file}");
            string[] before = debian.Inventory();
            foreach (string dry in (string[])["", " --dry-run"])
            {
                (int code, string said) = debian.Try(Install + dry);
                Assert.Equal(2, code);
                Assert.Contains($"{file} sets up Mosquitto for others already", said, StringComparison.Ordinal);
                Assert.Contains("Give --no-broker", said, StringComparison.Ordinal);
            }
            Assert.Equal(before, debian.Inventory());
            if (file == Main) debian.Shell($"rm {file}");
            else debian.Shell(Install + " --no-broker && /opt/locomotion/uninstall.sh --purge && test ! -e /etc/mosquitto/conf.d/locomotion.conf && rm " + file);
        }
        // what the package brings is no setting, and what is added to ours later does not hinder an update
        debian.Shell("rm -r /etc/mosquitto; DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends mosquitto");
        debian.Shell(Install);
        debian.Shell($"echo max_connections 9 >{Own}");
        debian.Shell(Install);
    }

    [Fact]
    public void Bad_input_is_refused_and_changes_nothing()
    {
        string[] before = debian.Inventory();
        foreach ((string arguments, string says) in ((string, string)[])
        [
            ("--name Ada", "is not 1 to 32 of a to z"), ("--name reader", "is a user of the broker"), ("--robot /nowhere", "does not exist"),
            ("--dance", "is not known"), ("--robot", "needs a value"), ("--program /etc/passwd", "does not run on this machine"),
        ])
        {
            (int code, string said) = debian.Try($"{DebianRoot.Handout}/install.sh {arguments}");
            Assert.Equal(2, code);
            Assert.Contains(says, said, StringComparison.Ordinal);
        }
        Assert.Equal(before, debian.Inventory());
    }
}
