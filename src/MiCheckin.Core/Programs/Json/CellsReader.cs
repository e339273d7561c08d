namespace MiCheckin.Core.Programs.Json;

/// <summary>Makes the table of cells of what stands in the file, and holds it against what every cell must have.</summary>
internal sealed class CellsReader(MistakeList mistakes)
{
    private static readonly Dictionary<string, CellSpec> Known = Cells.All.ToDictionary(
        c => c.Name,
        StringComparer.Ordinal
    );

    public Dictionary<string, IReadOnlyList<Variant>> Read(Fields language)
    {
        var cells = new Dictionary<string, IReadOnlyList<Variant>>(StringComparer.Ordinal);

        foreach (var (name, value) in language.Map("cells"))
        {
            if (Known.TryGetValue(name, out var spec))
            {
                cells[name] = Variants(value, spec);
            }
            else
            {
                mistakes.Add(value, $"There is no cell \"{name}\".", "Use the names in program.schema.json.");
            }
        }

        if (language.Find("cells") is { } at)
        {
            foreach (var missing in Cells.All.Where(c => !cells.ContainsKey(c.Name)))
            {
                var fix = $"Add \"{missing.Name}\" with at least {missing.MinVariants} wordings.";
                mistakes.Add(at, $"The cell \"{missing.Name}\" is missing.", fix);
            }
        }

        return cells;
    }

    private List<Variant> Variants(SourceValue cell, CellSpec spec)
    {
        var all = cell.Items.Select(v => new Fields(v, Shapes.Variant, mistakes)).ToList();
        ProgramReader.Unique(all, $"wordings of {spec.Name}", mistakes);

        if (all.Count < spec.MinVariants)
        {
            var problem =
                $"The cell \"{spec.Name}\" has {all.Count} wordings and needs at least {spec.MinVariants}.";
            mistakes.Add(cell, problem, "Write more wordings, each with an id of its own.");
        }

        return [.. all.Select(f => Variant(f, spec))];
    }

    private Variant Variant(Fields fields, CellSpec spec)
    {
        var variant = new Variant(
            ProgramReader.Slug(fields, "id", mistakes),
            fields.Text("text"),
            fields.Flag("complex")
        );

        if (fields.Find("text") is { } at)
        {
            CheckPlaceholders(at, spec);
        }

        if (variant.Complex && spec.Role is not (CellRole.Reflection or CellRole.Whole))
        {
            mistakes.Add(fields.At, "Only a reflection can be complex.", "Remove \"complex\".");
        }

        return variant;
    }

    private void CheckPlaceholders(SourceValue text, CellSpec spec)
    {
        var used = Placeholders.In(text.Text).ToList();
        var may =
            spec.Placeholders.Length == 0 ? "none" : string.Join(", ", spec.Placeholders.Select(Braced));

        foreach (var unknown in used.Except(spec.Placeholders, StringComparer.Ordinal))
        {
            mistakes.Add(text, $"{Braced(unknown)} cannot be filled in {spec.Name}.", $"It may hold: {may}.");
        }

        foreach (var missing in spec.Required.Except(used, StringComparer.Ordinal))
        {
            mistakes.Add(
                text,
                $"{Braced(missing)} is missing.",
                $"Every wording of {spec.Name} says {Braced(missing)}."
            );
        }

        if (Placeholders.HasLooseBrace(text.Text))
        {
            mistakes.Add(text, "A brace stands alone.", $"Placeholders of {spec.Name}: {may}.");
        }
    }

    private static string Braced(string name) => $"{{{name}}}";
}
