namespace Search.Passages.Corrections;

/// <summary>How many letters two words differ by; two neighbours that changed places count as one.</summary>
internal static class EditDistance
{
    /// <summary>The distance (optimal string alignment).</summary>
    public static int Between(string left, string right)
    {
        int[,] costs = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                costs[i, j] = i == 0 || j == 0 ? i + j : Least(costs, left, right, i, j);
            }
        }

        return costs[left.Length, right.Length];
    }

    private static int Least(int[,] costs, string left, string right, int i, int j)
    {
        int change = costs[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        int least = Math.Min(change, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
        bool isSwapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return isSwapped ? Math.Min(least, costs[i - 2, j - 2] + 1) : least;
    }
}
