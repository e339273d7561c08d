namespace MiCheckin.Functions.Storage;

/// <summary>What became of one probe: the last step that went well, how long all took, and what stopped it.</summary>
/// <param name="Trouble">Null where the row was written, read back and deleted.</param>
internal sealed record ProbeOutcome(string Reached, TimeSpan Took, string? Trouble);

/// <summary>Writes a row of its own, reads it back and deletes it: whether storage does what everything here stands on.</summary>
internal sealed class StorageProbe(ITables tables, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<ProbeOutcome> TryAsync(CancellationToken cancellationToken)
    {
        var key = new RowKey("probe", Guid.NewGuid().ToString("n"));
        var begun = time.GetTimestamp();
        var reached = "nothing";
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);

        try
        {
            TableWrite[] write = [new TableWrite.Insert(key, new Columns { ["n"] = 1 })];
            Check(await tables.SubmitAsync(Keys.Pace, write, both.Token), "written");
            reached = "written";
            var row = await tables.FindAsync(Keys.Pace, key, both.Token);
            if (row?.Columns.Number("n") != 1)
            {
                return Ended("The row that was written was not there to be read.");
            }

            reached = "written and read";
            Check(
                await tables.SubmitAsync(Keys.Pace, [new TableWrite.Delete(key, row.Tag)], both.Token),
                "deleted"
            );
            reached = "written, read and deleted";
            return Ended(null);
        }
        catch (StorageException e)
        {
            return Ended(e.Message);
        }
        catch (IOException e)
        {
            return Ended(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Ended($"It took more than {Patience.TotalSeconds:N0} seconds.");
        }

        ProbeOutcome Ended(string? trouble) => new(reached, time.GetElapsedTime(begun), trouble);
    }

    private static void Check(BatchOutcome outcome, string what)
    {
        if (outcome is not BatchOutcome.Committed)
        {
            throw new StorageException("Probe", $"The row could not be {what}: {outcome.GetType().Name}.");
        }
    }
}
