using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Azure;

namespace MiCheckin.Tests.Storage.Azure;

[Collection(Azurite.Collection)]
public sealed class Azure_tables_on_Azurite(Azurite azurite) : TablesQueryContract
{
    private protected override Task<ITables> OpenAsync() =>
        Task.FromResult<ITables>(new AzureTables(azurite.Account, SystemClock.Instance, Azurite.Patient));

    [Fact]
    public async Task Odd_keys_are_found_replaced_and_deleted_alone_and_in_a_batch()
    {
        string[] rows =
        [
            "it's",
            "a&b=c",
            "50% +1",
            "é|ü",
            "a:b;c,d",
            "",
            " ",
            "😀",
            "(1)",
            "..",
            "%2F",
            "\"q\"",
        ];
        await SubmitAsync([.. rows.Select(row => Insert(row, 1))]);
        var tags = await Task.WhenAll(rows.Select(TagAsync));

        var replaced = await SubmitAsync([
            .. rows.Zip(tags, (row, tag) => new TableWrite.Replace(Key(row), new Columns { ["N"] = 2 }, tag)),
        ]);
        Assert.Equal(await Task.WhenAll(rows.Select(TagAsync)), ((BatchOutcome.Committed)replaced).Tags);
        foreach (var row in rows)
        {
            var single = new TableWrite.Replace(Key(row), new Columns { ["N"] = 3 }, await TagAsync(row));
            Assert.Equal(
                Assert.IsType<BatchOutcome.Committed>(await SubmitAsync(single)).Tags,
                [await TagAsync(row)]
            );
            Assert.Equal(3, (await FindAsync(row))!.Columns.Number("N"));
            Assert.Single(await RowsAsync(new RowRange(Key(row).Partition, row, row + "!")), row);
        }

        Assert.IsType<BatchOutcome.Committed>(
            await SubmitAsync([.. rows.Select(row => new TableWrite.Delete(Key(row)))])
        );
        Assert.Empty(await RowsAsync(new RowRange(Key("").Partition)));
    }
}
