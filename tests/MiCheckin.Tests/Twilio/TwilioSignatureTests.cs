using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Functions.Twilio;
using MiCheckin.Tests.Texts;

namespace MiCheckin.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    private const string Url = "https://checkin.clinic.example/sms/inbound";
    private static readonly KeyValuePair<string, string>[] Fields =
    [
        new("Body", " two words "),
        new("From", "+12025550143"),
        new("a", "lower case sorts last"),
    ];

    private static TwilioForm Form(IEnumerable<KeyValuePair<string, string>> fields) =>
        TwilioForm.Parse(
            Encoding.ASCII.GetBytes(
                string.Join(
                    '&',
                    fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")
                )
            )
        );

    [Fact]
    public async Task Published_vectors_agree()
    {
        foreach (
            var vector in await SharedData.VectorsAsync(
                "twilio-signatures.json",
                TestContext.Current.CancellationToken
            )
        )
        {
            var signature = new TwilioSignature(vector.GetProperty("auth_token").GetString());
            var url = vector.GetProperty("url_given_to_validator").GetString()!;
            var header = vector.GetProperty("signature").GetString();

            var genuine = vector.GetProperty("body").GetString() is { } body
                ? signature.IsOfBody(url, Encoding.UTF8.GetBytes(body), header)
                : signature.IsOfForm(url, Form(FieldsOf(vector.GetProperty("params"))), header);

            Assert.True(
                genuine == vector.GetProperty("expected_valid").GetBoolean(),
                vector.GetProperty("id").GetString()
            );
        }
    }

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "L/OH5YylLD5NRKLltdqwSvS0BnU=", false)]
    [InlineData("https://example.com/myapp.php?foo=1&bar=2", "L/OH5YylLD5NRKLltdqwSvS0BnU=", true)]
    [InlineData("https://Example.com/myapp.php?foo=1&bar=2", "L/OH5YylLD5NRKLltdqwSvS0BnU=", false)]
    [InlineData("https://example.com/myapp.php?bar=2&foo=1", "L/OH5YylLD5NRKLltdqwSvS0BnU=", false)]
    [InlineData("https://example.com/myapp.php?foo=1&bar=2", "l/OH5YylLD5NRKLltdqwSvS0BnU=", false)]
    public void The_documented_example_is_genuine_and_nothing_near_it(
        string url,
        string header,
        bool genuine
    ) =>
        Assert.Equal(
            genuine,
            new TwilioSignature("12345").IsOfForm(
                url,
                Form([
                    new("CallSid", "CA1234567890ABCDE"),
                    new("Caller", "+14158675310"),
                    new("Digits", "1234"),
                    new("From", "+14158675310"),
                    new("To", "+18005551212"),
                ]),
                header
            )
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("not base64 at all")]
    [InlineData("AAAA")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8=RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void A_malformed_header_is_a_forgery_and_no_error(string? header)
    {
        var signature = new TwilioSignature("12345");

        Assert.False(signature.IsOfForm(Url, Form(Fields), header));
        Assert.False(signature.IsOfBody(Url, "{}"u8, header));
        Assert.False(signature.IsOfBody(Url + "?bodySHA256", "{}"u8, header));
        Assert.False(signature.IsOfBody(Url + "?bodySHA256=", "{}"u8, header));
    }

    [Fact]
    public void Either_token_is_good_while_they_rotate_and_no_other()
    {
        var signature = new TwilioSignature("new", "old");

        Assert.True(signature.IsOfForm(Url, Form(Fields), NaiveSignature.Sign("new", Url, Fields)));
        Assert.True(signature.IsOfForm(Url, Form(Fields), NaiveSignature.Sign("old", Url, Fields)));
        Assert.False(signature.IsOfForm(Url, Form(Fields), NaiveSignature.Sign("older", Url, Fields)));
        Assert.False(
            new TwilioSignature("new", null).IsOfForm(Url, Form(Fields), NaiveSignature.Sign("", Url, Fields))
        );
        Assert.Throws<ArgumentException>(() => new TwilioSignature("", null));
    }

    [Theory]
    [InlineData("https://clinic.example/x", "https://clinic.example:443/x", true)]
    [InlineData("http://clinic.example/x", "http://clinic.example:80/x", true)]
    [InlineData("https://clinic.example:8443/x", "https://clinic.example:8443/x", true)]
    [InlineData("https://clinic.example:8443/x", "https://clinic.example/x", true)]
    [InlineData("https://clinic.example/x", "https://clinic.example:8443/x", false)]
    [InlineData("https://clinic.example/x", "https://clinic.example:80/x", false)]
    [InlineData("https://[::1]/x", "https://[::1]:443/x", true)]
    [InlineData("https://clinic.example/x?u=http://a:1/", "https://clinic.example:443/x?u=http://a:1/", true)]
    public void The_port_may_be_signed_or_not(string ours, string theirs, bool genuine) =>
        Assert.Equal(
            genuine,
            new TwilioSignature("t").IsOfForm(ours, Form(Fields), NaiveSignature.Sign("t", theirs, Fields))
        );

    [Fact]
    public void A_body_must_have_the_hash_that_the_address_carries()
    {
        var url = $"{Url}?bodySHA256={Convert.ToHexStringLower(SHA256.HashData("{}"u8))}";
        var signature = new TwilioSignature("t");
        var header = NaiveSignature.Sign("t", url, []);

        Assert.True(signature.IsOfBody(url, "{}"u8, header));
        Assert.False(signature.IsOfBody(url, "{ }"u8, header));
        Assert.False(signature.IsOfBody(url.ToUpperInvariant(), "{}"u8, header));
    }

    [Fact]
    public void It_agrees_with_a_second_naive_implementation() =>
        Prop.ForAll(
                AnyFields,
                ArbMap.Default.ArbFor<NonNull<string>>(),
                (fields, token) =>
                    new TwilioSignature(token.Get + "t").IsOfForm(
                        Url,
                        Form(fields),
                        NaiveSignature.Sign(token.Get + "t", Url, fields)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_change_of_a_field_is_a_forgery() =>
        Prop.ForAll(
                AnyFields,
                fields =>
                    !new TwilioSignature("t").IsOfForm(
                        Url,
                        Form([.. fields, new("NumMedia", "1")]),
                        NaiveSignature.Sign("t", Url, fields)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_input_makes_it_throw() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<NonNull<string>>(),
                ArbMap.Default.ArbFor<NonNull<string>>(),
                ArbMap.Default.ArbFor<byte[]>(),
                (url, header, body) =>
                {
                    var signature = new TwilioSignature("t");
                    return !signature.IsOfForm(url.Get, TwilioForm.Parse(body), header.Get)
                        && !signature.IsOfBody(url.Get, body, header.Get);
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Few names, so that many repeat, and values with everything that is special in a form.</summary>
    private static Arbitrary<KeyValuePair<string, string>[]> AnyFields
    {
        get
        {
            var letters = Gen.Elements(
                "aZ0 +&=%é👍\n\u0000".EnumerateRunes().Select(r => r.ToString()).ToArray()
            );
            var values = letters.ArrayOf().Select(string.Concat);
            var names = Gen.Elements("Body", "body", "From", "A B", "é", "a=b");
            return names
                .Zip(values)
                .Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))
                .ArrayOf()
                .ToArbitrary();
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(JsonElement parameters) =>
        parameters
            .EnumerateObject()
            .SelectMany(parameter =>
                parameter.Value.ValueKind is JsonValueKind.Array
                    ? parameter
                        .Value.EnumerateArray()
                        .Select(value => (parameter.Name, Value: value.GetString()!))
                    : [(parameter.Name, Value: parameter.Value.GetString()!)]
            )
            .Select(field => new KeyValuePair<string, string>(field.Name, field.Value));
}
