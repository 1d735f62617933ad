using System.Net.Http;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

[Collection(Alone.Name)]
public class ServeContractTests
{
    [Theory]
    [InlineData("has no password", "--bind", "0.0.0.0")]
    [InlineData("is no IP address", "--bind", "everywhere")]
    [InlineData("user and password go together", "--user", "me")]
    [InlineData("does not exist", "--broker", "localhost:1", "--tls-ca", "nowhere.crt")]
    [InlineData("is not host:port", "--broker", "localhost")]
    [InlineData("lies outside [1, 64]", "--animals", "0")]
    [InlineData("lies outside [0.01, 10]", "--speed", "100")]
    [InlineData("lies outside [0, 65535]", "--port", "70000")]
    [InlineData("is not 1 to 32 of a to z", "--id", "Scolopendra")]
    [InlineData("cannot be read", "--user", "me", "--password-file", "nowhere")]
    public void Bad_input_is_refused(string says, params string[] arguments) => DeskProgram.Release.Run(["serve", .. arguments]).AssertRefused(says);

    [Fact]
    public async Task Several_animals_a_page_and_a_socket_for_it_that_other_pages_cannot_open()
    {
        Running running = DeskProgram.Release.Start("serve", "slow-walk", "--port", "47808", "--mqtt-port", "47883", "--animals", "2", "--record", "rec");
        try
        {
            using HttpClient http = new() { BaseAddress = new Uri("http://127.0.0.1:47808/") };
            string page = await Page(http);
            Assert.Contains("Locomotion", page, StringComparison.Ordinal);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.GetAsync(new Uri("nothing", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
            using HttpRequestMessage rebound = new(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await http.SendAsync(rebound, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(WebSocketState.Open, await Socket("http://127.0.0.1:47808"));
            await Assert.ThrowsAsync<WebSocketException>(() => Socket("http://evil.example"));

            using TestClient client = TestClient.Connect(new BrokerAddress("127.0.0.1", 47883));
            foreach (string id in (string[])["centipede-1", "centipede-2"]) client.Await($"locomotion/1/{id}/state", state => state.GetProperty("phase").GetString() == "running");
        }
        finally
        {
            using System.Diagnostics.Process kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{running.Process.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Outcome outcome = running.Finish();
        Assert.Equal(143, outcome.Code);
        Assert.Matches(new Regex("centipede-1, centipede-2 at http://127.0.0.1:47808/, MQTT on port 47883"), outcome.Error);
        foreach (string id in (string[])["centipede-1", "centipede-2"])
            Assert.Equal(0, DeskProgram.Release.Run("replay", Path.Combine(outcome.Folder.FullName, "rec", $"{id}.mcap")).Code);
    }

    private static async Task<string> Page(HttpClient http)
    {
        for (int k = 0; ; k++)
        {
            try
            {
                return await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException) when (k < 100)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task<WebSocketState> Socket(string origin)
    {
        using ClientWebSocket socket = new();
        socket.Options.AddSubProtocol("mqtt");
        socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri("ws://127.0.0.1:47808/mqtt"), TestContext.Current.CancellationToken);
        Assert.Equal("mqtt", socket.SubProtocol);
        return socket.State;
    }
}
