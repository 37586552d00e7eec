using System.Globalization;
using System.Text;

namespace Search.Service.Tests.Hosts;

/// <summary>A few documents in words of our own, with something in them for every feature of the page.</summary>
internal static class SmallCorpus
{
    /// <summary>Paragraphs of the register that hold the word "entry".</summary>
    public const int Entries = 130;

    /// <summary>Writes the documents.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "statements"));
        File.WriteAllText(Path.Combine(folder, "statements", "harbour.md"), """
            ---
            title: Statement of the Harbour States on cooperation
            date: 2019-07-26
            issuer: Harbour States
            type: statement
            language: en
            source: https://example.org/harbour
            ---
            # Statement of the Harbour States

            ## Threats

            Ransomware now reaches hospitals, ports and schools, and criminals trade stolen passwords
            as if they were fish at a market.

            ## What works

            We offer technical assistance to every State that asks, and we train prosecutors
            and judges so that they can act by themselves.

            A rushed negotiation of a new global treaty on cybercrime would consume valuable
            resources, duplicate the instruments that exist and divide the States that cooperate today.

            Investigations must respect human rights, the rule of law and the privacy of <everybody> & 🛰 satellites.

            - Technical assistance first.
            - A treaty later, if ever.
            """);
        File.WriteAllText(Path.Combine(folder, "statements", "montagne.md"), """
            ---
            title: Déclaration des États de montagne
            date: 2021-03
            issuer: États de montagne
            type: statement
            language: fr
            ---
            # Déclaration

            L'assistance technique et la formation des magistrats demeurent notre priorité,
            dans le respect des droits de l'homme et de l'État de droit.
            """);
        File.WriteAllText(Path.Combine(folder, "report.txt"),
            "Report on training\n\nThe committee heard that technical assistance works best where it answers a "
                + "request.\n\nAssistance of a technical kind was refused twice.\n");
        StringBuilder register =
            new("---\ntitle: Register\ndate: 2001\nissuer: Registry\ntype: register\n---\n# Register\n\n");
        for (int i = 1; i <= Entries; i++)
        {
            register.Append(CultureInfo.InvariantCulture,
                $"This is entry {i} of the register, kept for those who count.\n\n");
        }

        File.WriteAllText(Path.Combine(folder, "register.md"), register.ToString());
    }
}
