using System.Text.Json.Serialization.Metadata;

namespace MiCheckin.Core.Conversations.Stored;

/// <summary>The kind names of closed families as they are stored. A C# type may be renamed; these names stay for ever.</summary>
internal static class StoredKinds
{
    private static readonly Dictionary<Type, (Type Type, string Kind)[]> Families = new()
    {
        [typeof(Consent)] =
        [
            (typeof(Consent.NotAsked), "not-asked"),
            (typeof(Consent.Asked), "asked"),
            (typeof(Consent.Given), "given"),
            (typeof(Consent.Stopped), "stopped"),
            (typeof(Consent.WrongNumber), "wrong-number"),
        ],
        [typeof(ConversationEvent)] =
        [
            (typeof(ConversationEvent.Enrolled), "enrolled"),
            (typeof(ConversationEvent.SlotDue), "slot-due"),
            (typeof(ConversationEvent.Replied), "replied"),
            (typeof(ConversationEvent.OptedOutAtProvider), "opted-out-at-provider"),
            (typeof(ConversationEvent.Unreachable), "unreachable"),
            (typeof(ConversationEvent.TextNotSent), "text-not-sent"),
            (typeof(ConversationEvent.CoachActed), "coach-acted"),
        ],
        [typeof(CoachAction)] =
        [
            (typeof(CoachAction.ClearHold), "clear-hold"),
            (typeof(CoachAction.OverrideStage), "override-stage"),
            (typeof(CoachAction.LiftOverride), "lift-override"),
            (typeof(CoachAction.UndoMove), "undo-move"),
            (typeof(CoachAction.Text), "text"),
            (typeof(CoachAction.Pause), "pause"),
            (typeof(CoachAction.Resume), "resume"),
            (typeof(CoachAction.OptOut), "opt-out"),
            (typeof(CoachAction.ChangeProfile), "change-profile"),
        ],
        [typeof(Effect)] =
        [
            (typeof(Effect.SendText), "send-text"),
            (typeof(Effect.WithdrawText), "withdraw-text"),
            (typeof(Effect.RaiseAlert), "raise-alert"),
        ],
        [typeof(Fact)] =
        [
            (typeof(Fact.ConsentChanged), "consent-changed"),
            (typeof(Fact.ArmAllocated), "arm-allocated"),
            (typeof(Fact.StageMoved), "stage-moved"),
            (typeof(Fact.MoveTakenBack), "move-taken-back"),
            (typeof(Fact.RulerRead), "ruler-read"),
            (typeof(Fact.BehaviourReported), "behaviour-reported"),
            (typeof(Fact.TalkHeard), "talk-heard"),
            (typeof(Fact.Relapsed), "relapsed"),
            (typeof(Fact.GoalSet), "goal-set"),
            (typeof(Fact.FirstStepSet), "first-step-set"),
            (typeof(Fact.HoldChanged), "hold-changed"),
            (typeof(Fact.CadenceChanged), "cadence-changed"),
            (typeof(Fact.WentStale), "went-stale"),
            (typeof(Fact.SlotSkipped), "slot-skipped"),
        ],
    };

    /// <summary>The stored name of a member of a family.</summary>
    public static string Of<T>(T member)
        where T : notnull => Families[typeof(T)].First(f => f.Type == member.GetType()).Kind;

    public static IEnumerable<Type> FamilyTypes => Families.Keys;

    public static IEnumerable<Type> MembersOf(Type family) => Families[family].Select(f => f.Type);

    /// <summary>Writes the kind beside the fields, reads it wherever it stands, and leaves out empty lists.</summary>
    public static void Describe(JsonTypeInfo type)
    {
        if (Families.TryGetValue(type.Type, out var members))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                TypeDiscriminatorPropertyName = "what",
                UnknownDerivedTypeHandling = System
                    .Text
                    .Json
                    .Serialization
                    .JsonUnknownDerivedTypeHandling
                    .FailSerialization,
            };

            foreach (var (member, kind) in members)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(member, kind));
            }
        }

        // A constructor needs all its arguments, so only lists with a default of their own are left out.
        foreach (var property in type.Properties.Where(p => IsReadOnlyList(p.PropertyType)))
        {
            if (property.AssociatedParameter is null)
            {
                property.ShouldSerialize = (_, value) =>
                    value is not System.Collections.ICollection { Count: 0 };
            }
        }
    }

    private static bool IsReadOnlyList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
}
