using System.Text.Json;
using Locomotion.Controller;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Where operators change an animal's parameters. Only one thread at a time calls it.</summary>
public interface IParameterDesk
{
    /// <summary>Does what a command on params/cmd asks for. Form, size, age and rate are checked already, and <c>id</c>, <c>client</c> and <c>op</c> are valid texts.</summary>
    /// <param name="command">The command.</param>
    /// <param name="path">Where the client wants the answer too; of use for those that follow the first.</param>
    CommandReply Handle(JsonElement command, in ReplyPath path);

    /// <summary>A set of parameters has come into force: one of the desk's own, or the scenario's.</summary>
    /// <param name="tick">The first tick under it; 0 at the start.</param>
    /// <param name="set">The whole set.</param>
    void Applied(long tick, ControllerParameters set);

    /// <summary>Time goes by: called some ten times a second.</summary>
    /// <param name="tick">Last tick done.</param>
    void Pass(long tick) { }
}
