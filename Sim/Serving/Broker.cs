using System.Net;
using System.Net.Sockets;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Dashboard;
using Locomotion.Telemetry.Mqtt;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MQTTnet.AspNetCore;
using MQTTnet.Server;

namespace Locomotion.Sim.Serving;

/// <summary>A broker in this program, for MQTT by TCP and for browsers by WebSocket, and the page for browsers.</summary>
public sealed class Broker : IDisposable
{
    private readonly Guard guard;
    private readonly WebApplication app;
    private readonly BrokerPlace place;
    private ListenOptions? web, tcp;

    /// <summary>Begins to listen.</summary>
    /// <exception cref="InvalidInputException">It may not listen there, or cannot.</exception>
    public Broker(BrokerPlace place)
    {
        this.place = place;
        if (!IPAddress.IsLoopback(place.Address) && (place.User is null || string.IsNullOrEmpty(place.Password)))
            throw new InvalidInputException("Broker", $"'{place.Address}'", "can be reached from other machines and has no password", "give --user and --password-file, or --bind 127.0.0.1");
        if (place.User is null != place.Password is null)
            throw new InvalidInputException("Broker", $"'{place.User}'", "user and password go together", "give --user and --password-file, or neither");
        guard = new Guard(place.User, place.Password);
        app = Build();
        try
        {
            app.StartAsync().GetAwaiter().GetResult();
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            app.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw new InvalidInputException("Broker", $"'{place.Address}'", $"cannot listen ({fault.Message.TrimEnd('.')})", "choose other ports with --port and --mqtt-port, 0 for any");
        }
    }

    /// <summary>TCP port of the page and of MQTT by WebSocket, at /mqtt.</summary>
    public int WebPort => web!.IPEndPoint!.Port;

    /// <summary>TCP port of MQTT.</summary>
    public int MqttPort => tcp!.IPEndPoint!.Port;

    /// <summary>For the animals of this program.</summary>
    public BrokerAddress Inside => new(place.Address.Equals(IPAddress.Any) || place.Address.Equals(IPAddress.IPv6Any) ? "127.0.0.1" : place.Address.ToString(), MqttPort)
    {
        User = Guard.Inside,
        Password = guard.AnimalPassword,
    };

    /// <summary>Where the page is.</summary>
    public Uri Page => new UriBuilder(Uri.UriSchemeHttp, place.Address.Equals(IPAddress.Any) || place.Address.Equals(IPAddress.IPv6Any) ? Environment.MachineName : place.Address.ToString(), WebPort).Uri;

    /// <summary>Ends.</summary>
    public void Dispose()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(1));
        app.StopAsync(patience.Token).GetAwaiter().GetResult();
        app.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(place.Address, place.WebPort, listen => web = listen);
            kestrel.Listen(place.Address, place.MqttPort, listen =>
            {
                tcp = listen;
                listen.UseMqtt();
            });
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddConnections();
        builder.Services.AddHostedMqttServer(options => options.WithoutDefaultEndpoint().WithMaxPendingMessagesPerClient(500));
        builder.Services.AddMqttConnectionHandler();
        WebApplication built = builder.Build();
        built.Use(Admit);
        built.UseRouting();
        built.UseWebSockets();
        built.MapConnectionHandler<MqttConnectionHandler>("/mqtt", options => options.WebSockets.SubProtocolSelector = wanted => wanted.FirstOrDefault(name => name.StartsWith("mqtt", StringComparison.Ordinal)) ?? "");
        built.MapGet("/{**path}", (HttpContext context) => Serve(context));
        built.UseMqttServer(guard.Watch);
        return built;
    }

    /// <summary>Only pages of this server may open its sockets, and it must be called by its own name: else any page that a browser shows could command the animals.</summary>
    private async Task Admit(HttpContext context, RequestDelegate next)
    {
        string host = context.Request.Host.Host.Trim('[', ']');
        bool ownName = place.User is not null || host == "localhost" || (IPAddress.TryParse(host, out IPAddress? address) && (IPAddress.IsLoopback(address) || address.Equals(place.Address)));
        string? origin = context.Request.Headers.Origin;
        bool ownPage = string.IsNullOrEmpty(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page) && page.Authority == context.Request.Host.Value);
        if (ownName && ownPage)
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.ContentSecurityPolicy = DashboardFiles.Policy;
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await context.Response.WriteAsync("This server answers its own pages only.");
    }

    private static async Task Serve(HttpContext context)
    {
        if (DashboardFiles.Open(context.Request.Path.Value ?? "/") is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await using Stream content = file.Content;
        context.Response.ContentType = file.Type;
        context.Response.ContentLength = content.Length;
        await content.CopyToAsync(context.Response.Body);
    }

    /// <summary>Signals are the program's own affair.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Where a broker listens.</summary>
/// <param name="Address">Of the machine; other machines reach it unless it is a loopback address.</param>
/// <param name="WebPort">For browsers; 0 for any.</param>
/// <param name="MqttPort">For MQTT; 0 for any.</param>
public sealed record BrokerPlace(IPAddress Address, int WebPort, int MqttPort)
{
    /// <summary>Who may speak to it; null for anybody on this machine.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }
}
