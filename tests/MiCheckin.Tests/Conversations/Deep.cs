using System.Collections;

namespace MiCheckin.Tests.Conversations;

/// <summary>Compares by value through lists: records of ours by their properties, everything else by Equals.</summary>
internal static class Deep
{
    public static void Equal(object? expected, object? actual, string path = "")
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected is null && actual is null, $"{path}: {expected} against {actual}");
            return;
        }

        Assert.True(
            expected.GetType() == actual.GetType() || expected is IEnumerable,
            $"{path}: {expected.GetType()} against {actual.GetType()}"
        );

        if (expected is IEnumerable list and not string)
        {
            var (one, other) = (
                list.Cast<object?>().ToList(),
                ((IEnumerable)actual).Cast<object?>().ToList()
            );
            Assert.True(one.Count == other.Count, $"{path}: {one.Count} items against {other.Count}");
            one.Zip(other)
                .Select((p, i) => (p, i))
                .ToList()
                .ForEach(x => Equal(x.p.First, x.p.Second, $"{path}[{x.i}]"));
        }
        else if (
            expected.GetType() is { IsEnum: false, Namespace: { } space } type
            && space.StartsWith("MiCheckin.Core", StringComparison.Ordinal)
        )
        {
            foreach (var property in type.GetProperties().Where(p => !p.GetGetMethod()!.IsStatic))
            {
                Equal(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
            }
        }
        else
        {
            Assert.True(expected.Equals(actual), $"{path}: {expected} against {actual}");
        }
    }
}
