using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MiCheckin.Tests.Programs;

/// <summary>As much of JSON Schema 2020-12 as our schema uses; a keyword it does not know fails the test.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    private static readonly string[] Notes =
    [
        "$schema",
        "$id",
        "$defs",
        "title",
        "description",
        "default",
        "format",
    ];

    public bool Accepts(JsonNode? value) => Accepts(root, value);

    /// <summary>By a schema that stands somewhere in the document, such as that of one answer of an API.</summary>
    public bool AcceptsBy(JsonObject schema, JsonNode? value) => Accepts(schema, value);

    private bool Accepts(JsonObject schema, JsonNode? value) =>
        schema.All(keyword =>
            Notes.Contains(keyword.Key, StringComparer.Ordinal)
            || Holds(keyword.Key, keyword.Value!, schema, value)
        );

    private bool Holds(string keyword, JsonNode wanted, JsonObject schema, JsonNode? value) =>
        (keyword, value) switch
        {
            ("$ref", _) => Accepts(Named(wanted.GetValue<string>()), value),
            ("type", _) when wanted is JsonArray types => types.Any(type =>
                Holds(keyword, type!, schema, value)
            ),
            ("type", _) => TypeOf(value) == wanted.GetValue<string>()
                || (wanted.GetValue<string>() is "number" && TypeOf(value) is "integer"),
            ("enum", _) => wanted.AsArray().Any(w => JsonNode.DeepEquals(w, value)),
            ("required", JsonObject o) => wanted
                .AsArray()
                .All(name => o.ContainsKey(name!.GetValue<string>())),
            ("properties", JsonObject o) => o.All(p =>
                wanted[p.Key] is not JsonObject s || Accepts(s, p.Value)
            ),
            ("additionalProperties", JsonObject o) => o.Where(p => schema["properties"]?[p.Key] is null)
                .All(p => wanted is JsonObject s ? Accepts(s, p.Value) : wanted.GetValue<bool>()),
            ("propertyNames", JsonObject o) => o.All(p =>
                Accepts(wanted.AsObject(), JsonValue.Create(p.Key))
            ),
            ("minProperties", JsonObject o) => o.Count >= wanted.GetValue<int>(),
            ("items", JsonArray a) => a.All(item => Accepts(wanted.AsObject(), item)),
            ("minItems", JsonArray a) => a.Count >= wanted.GetValue<int>(),
            (_, JsonValue v) when HoldsOfValue(keyword, wanted, v) is { } holds => holds,
            ("required" or "properties" or "additionalProperties" or "propertyNames" or "minProperties", _) =>
                true,
            ("items" or "minItems" or "minLength" or "maxLength" or "pattern", _) => true,
            ("minimum" or "maximum" or "exclusiveMinimum", _) => true,
            _ => throw new NotSupportedException(
                $"The schema uses {keyword}, which this test does not know."
            ),
        };

    /// <summary>What a pointer such as #/$defs/text leads to.</summary>
    private JsonObject Named(string pointer) =>
        pointer.Split('/').Skip(1).Aggregate((JsonNode)root, (node, name) => node[name]!).AsObject();

    /// <summary>Null where the keyword says nothing about such a value.</summary>
    private static bool? HoldsOfValue(string keyword, JsonNode wanted, JsonValue value) =>
        (keyword, value) switch
        {
            ("minLength", JsonValue v) when TypeOf(v) is "string" => v.GetValue<string>().Length
                >= wanted.GetValue<int>(),
            ("maxLength", JsonValue v) when TypeOf(v) is "string" => v.GetValue<string>().Length
                <= wanted.GetValue<int>(),
            ("pattern", JsonValue v) when TypeOf(v) is "string" => Regex.IsMatch(
                v.GetValue<string>(),
                wanted.GetValue<string>(),
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            ),
            ("minimum", JsonValue v) when IsNumber(v) => Number(v) >= Number(wanted),
            ("maximum", JsonValue v) when IsNumber(v) => Number(v) <= Number(wanted),
            ("exclusiveMinimum", JsonValue v) when IsNumber(v) => Number(v) > Number(wanted),
            _ => null,
        };

    private static bool IsNumber(JsonNode value) => TypeOf(value) is "integer" or "number";

    private static decimal Number(JsonNode value) =>
        decimal.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static string TypeOf(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.Object => "object",
            System.Text.Json.JsonValueKind.Array => "array",
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
            System.Text.Json.JsonValueKind.Number => Number(value) == Math.Floor(Number(value))
                ? "integer"
                : "number",
            _ => "null",
        };
}
