using System.Text.Json;

namespace MiCheckin.Core.Programs.Json;

/// <summary>One JSON value together with where it stands in the file, so that every mistake can say where it is.</summary>
internal sealed record SourceValue(JsonValueKind Kind, string Path, int Line)
{
    /// <summary>The characters of a string, or a number as it was written.</summary>
    public string Text { get; init; } = "";
    public IReadOnlyList<SourceMember> Members { get; init; } = [];
    public IReadOnlyList<SourceValue> Items { get; init; } = [];

    /// <summary>What an author would call it.</summary>
    public string KindName =>
        Kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            _ => "null",
        };
}

/// <summary>One property of an object as it was written.</summary>
internal sealed record SourceMember(string Name, SourceValue Value);
