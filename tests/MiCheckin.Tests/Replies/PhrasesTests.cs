using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Replies.Words;

namespace MiCheckin.Tests.ReplyReading;

/// <summary>The net of phrases against the slow and plain way to find the same: a regular expression a phrase.</summary>
public sealed class PhrasesTests
{
    private static readonly string[] Few = ["i", "not", "well", "so", "sick", "today"];

    private static readonly Gen<string> Word = Gen.Elements(Few);

    private static readonly Gen<string> Element = Gen.OneOf(
        Word,
        Word.Two().Select(w => $"({w.Item1}|{w.Item2})"),
        Word.Two().Select(w => $"[{w.Item1}|{w.Item2}]"),
        Word.Two().Select(w => $"({w.Item1}|{w.Item1} *2 {w.Item2})"),
        Gen.Choose(1, 9).Select(n => $"*{n}")
    );

    private static readonly Gen<string> Phrase =
        from first in Word
        from rest in Element.ListOf()
        select string.Join(' ', [first, .. rest.Take(3)]);

    private static readonly Gen<Case> Cases =
        from phrases in Phrase.NonEmptyListOf()
        from text in Word.ListOf()
        select new Case([.. phrases.Take(3)], [.. text.Take(10)]);

    [Fact]
    public void Every_phrase_is_found_wherever_it_stands_and_nowhere_else() =>
        Prop.ForAll(Cases.ToArbitrary(), one => Found(one).SetEquals(Expected(one)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_word_at_the_far_end_of_a_wide_gap_is_found() =>
        Assert.Contains(
            (0, 0, 10),
            Found(new Case(["i *8 sick"], ["i", .. Enumerable.Repeat("so", 8), "sick"]))
        );

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_gap_takes_the_first_word_of_a_text_but_not_that_of_another_sentence(
        int newSentence,
        bool isFound
    )
    {
        var book = new RuleBook();
        var lexicon = new Lexicon();
        book.AddPhrases("= rule 0\n^ *3 sick $");
        var phrases = new PhraseCompiler(book, lexicon).Compile();
        var scratch = new Scratch();
        scratch.Start(0);
        scratch.Add(new Token { Word = Lexicon.Begin, Kind = TokenKind.Edge });

        foreach (var (i, word) in "so well sick".Split(' ').Index())
        {
            scratch.Add(
                new Token
                {
                    Word = lexicon.Intern(word),
                    Kind = TokenKind.Word,
                    AfterBreak = i + 1 == newSentence,
                }
            );
        }

        scratch.Add(new Token { Word = Lexicon.End, Kind = TokenKind.Edge });
        phrases.Match(scratch);
        Assert.Equal(isFound, scratch.Hits.Length > 0);
    }

    /// <summary>The number of the phrase, the word that it begins with and the one behind its end.</summary>
    private static HashSet<(int Rule, int From, int To)> Found(Case one)
    {
        var book = new RuleBook();
        var lexicon = new Lexicon();
        book.AddPhrases(string.Join('\n', one.Phrases.Select((p, i) => $"= rule {i}\n{p}")));
        var phrases = new PhraseCompiler(book, lexicon).Compile();
        var scratch = new Scratch();
        scratch.Start(0);
        scratch.Add(new Token { Word = Lexicon.Begin, Kind = TokenKind.Edge });

        foreach (var word in one.Text)
        {
            scratch.Add(new Token { Word = lexicon.Intern(word), Kind = TokenKind.Word });
        }

        scratch.Add(new Token { Word = Lexicon.End, Kind = TokenKind.Edge });
        phrases.Match(scratch);
        return
        [
            .. scratch
                .Hits.ToArray()
                .Select(hit => (int.Parse(phrases.Headings[hit.Rule][5..], null), hit.From - 1, hit.To - 1)),
        ];
    }

    private static HashSet<(int Rule, int From, int To)> Expected(Case one)
    {
        var found = new HashSet<(int, int, int)>();

        for (var rule = 0; rule < one.Phrases.Length; rule++)
        {
            var whole = new Regex($"^{Pattern(one.Phrases[rule])}$", RegexOptions.NonBacktracking);

            for (var from = 0; from < one.Text.Length; from++)
            {
                for (var to = from + 1; to <= one.Text.Length; to++)
                {
                    if (whole.IsMatch(string.Concat(one.Text[from..to].Select(w => $"{w} "))))
                    {
                        found.Add((rule, from, to));
                    }
                }
            }
        }

        return found;
    }

    private static string Pattern(string phrase) =>
        Regex.Replace(
            phrase,
            @"\*(?<most>\d)|\[(?<maybe>[^\]]*)\]|\w+| ",
            one =>
                one.Groups["most"].Success ? $"(\\w+ ){{0,{one.Groups["most"].Value}}}"
                : one.Groups["maybe"].Success
                    ? $"({one.Groups["maybe"].Value.Replace("|", " |", StringComparison.Ordinal)} )?"
                : one.Value is " " ? ""
                : $"{one.Value} ",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
        );

    private sealed record Case(string[] Phrases, string[] Text)
    {
        public override string ToString() => $"{string.Join(" / ", Phrases)} in: {string.Join(' ', Text)}";
    }
}
