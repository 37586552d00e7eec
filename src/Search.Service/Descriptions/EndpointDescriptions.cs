using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Search.Service.Problems;
using Search.Service.Requests;

namespace Search.Service.Descriptions;

/// <summary>What an endpoint takes and says: the same words check its parameters and describe it in OpenAPI.</summary>
internal static class EndpointDescriptions
{
    /// <summary>Describes an endpoint; its query string is checked before it runs.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="name">Operation id.</param>
    /// <param name="summary">A few words.</param>
    /// <param name="description">A sentence or more.</param>
    /// <param name="parameters">What its query string may hold; nothing else is taken.</param>
    /// <param name="problems">Statuses of the problems it may answer with.</param>
    public static RouteHandlerBuilder Describe(
        this RouteHandlerBuilder endpoint, string name, string summary, string description,
        IReadOnlyList<ParameterSpec> parameters, params ReadOnlySpan<int> problems)
    {
        endpoint.WithName(name).WithSummary(summary).WithDescription(description).WithTags("passages")
            .WithMetadata(new ParameterSpecs(parameters));
        foreach (int status in problems)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(
                status, typeof(ProblemJson), ["application/problem+json"]));
        }

        return endpoint;
    }

    /// <summary>The query string of a request, held against the specification of its endpoint.</summary>
    /// <exception cref="ProblemException">A parameter is unknown, repeated or not allowed.</exception>
    public static CheckedParameters Checked(this HttpContext context)
    {
        ParameterSpecs? specs = context.GetEndpoint()?.Metadata.GetMetadata<ParameterSpecs>();
        return CheckedParameters.Check(QueryParameters.Read(context.Request), specs?.Specs ?? []);
    }
}

/// <summary>The parameters of an endpoint, kept with it.</summary>
/// <param name="Specs">Their specifications.</param>
internal sealed record ParameterSpecs(IReadOnlyList<ParameterSpec> Specs);
