using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MiCheckin.Core.Replies;

namespace MiCheckin.Cli.Read;

/// <summary>One line of output.</summary>
internal static class ReadAnswer
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Json(string? id, Reading reading) =>
        Write(json =>
        {
            WriteId(json, id);
            json.WriteString("control", Spelled.Of(reading.Control));
            json.WriteString("risk", Spelled.Of(reading.Risk));
            json.WriteString("urgency", Spelled.Of(reading.Urgency));
            json.WriteString("notAnAnswer", Spelled.Of(reading.NotAnAnswer));
            json.WriteString("rulerStatus", Spelled.Of(reading.RulerStatus));
            WriteRuler(json, reading.Ruler);
            json.WriteString("talk", Spelled.Of(reading.Talk));
            json.WriteString("kind", Spelled.Of(reading.Kind));
            json.WriteNumber("confidence", Math.Round(reading.Confidence, 3));
            WriteBehaviour(json, reading.Behaviour);
            WriteSpans(json, reading.Spans);
            json.WriteString("version", reading.Version);
        });

    public static string Error(string? id, int line, string error) =>
        Write(json =>
        {
            WriteId(json, id);
            json.WriteNumber("line", line);
            json.WriteString("error", error);
        });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var json = new Utf8JsonWriter(bytes, Options);
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
#pragma warning disable MA0045 // It goes to memory: there is nothing to wait for.
        json.Flush();
#pragma warning restore MA0045
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteId(Utf8JsonWriter json, string? id)
    {
        json.WritePropertyName("id");
        json.WriteRawValue(id ?? "null");
    }

    private static void WriteRuler(Utf8JsonWriter json, RulerScore? ruler)
    {
        if (ruler is not { } score)
        {
            json.WriteNull("ruler");
            return;
        }

        json.WriteStartObject("ruler");
        json.WriteNumber("low", score.Low);
        json.WriteNumber("high", score.High);
        json.WriteEndObject();
    }

    private static void WriteBehaviour(Utf8JsonWriter json, IReadOnlyList<BehaviourReport> reports)
    {
        json.WriteStartArray("behaviour");

        foreach (var report in reports)
        {
            json.WriteStartObject();
            json.WriteString("report", Spelled.Of(report.Kind));

            if (report.Amount is { } amount)
            {
                json.WriteNumber("amount", amount);
            }
            else
            {
                json.WriteNull("amount");
            }

            json.WriteString("unit", report.Unit);
            json.WriteString("when", report.When);
            json.WriteNumber("start", report.Span.Start);
            json.WriteNumber("length", report.Span.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter json, IReadOnlyList<Span> spans)
    {
        json.WriteStartArray("spans");

        foreach (var span in spans)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("length", span.Length);
            json.WriteString("finding", span.Finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
