using NUnit.Framework;
using Search.Corpus.Languages;

namespace Search.Corpus.Tests.Languages;

public sealed class LanguageDetectorTests
{
    [TestCase("en", "The States shall cooperate with each other to the widest extent possible in the matter.")]
    [TestCase("fr", "Les États coopèrent les uns avec les autres dans la mesure la plus large possible.")]
    [TestCase("es", "Los Estados cooperarán entre sí en la mayor medida posible para los fines de la ley.")]
    [TestCase("ru", "Государства сотрудничают друг с другом в максимально возможной степени.")]
    [TestCase("uk", "Держави співпрацюють між собою якнайширше, її цілі є спільними.")]
    [TestCase("ar", "تتعاون الدول فيما بينها إلى أقصى حد ممكن")]
    [TestCase("zh", "各国应当尽可能广泛地相互合作")]
    [TestCase("ja", "各国は可能な限り相互に協力する")]
    [TestCase("de", "Die Staaten arbeiten im größtmöglichen Umfang mit den anderen zusammen und nicht allein.")]
    public void A_sentence_is_told_by_its_words_or_script(string language, string text)
    {
        Assert.That(LanguageDetector.Detect(text), Is.EqualTo(language));
    }

    [TestCase("")]
    [TestCase("A/RES/74/247")]
    [TestCase("12.5 %")]
    public void Too_little_says_nothing(string text)
    {
        Assert.That(LanguageDetector.Detect(text), Is.Null);
    }
}
