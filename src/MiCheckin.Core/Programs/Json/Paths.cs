using System.Globalization;

namespace MiCheckin.Core.Programs.Json;

/// <summary>Writes JSON paths as authors see them: <c>$.texts.en.cells['reflect.sustain'][2].text</c>.</summary>
internal static class Paths
{
    public static string Member(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$')
            ? $"{path}.{name}"
            : $"{path}['{name}']";

    public static string Item(string path, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    public static string Prompt(string language, int index) =>
        Member(Item(Member(Member("$.texts", language), "prompts"), index), "text");

    public static string Cell(string language, string cell) =>
        Member(Member(Member("$.texts", language), "cells"), cell);

    public static string Variant(string language, string cell, int index) =>
        Member(Item(Cell(language, cell), index), "text");
}
