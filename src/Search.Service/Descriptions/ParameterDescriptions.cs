using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Service.Requests;

namespace Search.Service.Descriptions;

/// <summary>Writes the parameters of an endpoint's query string into its OpenAPI description.</summary>
internal static class ParameterDescriptions
{
    /// <summary>Adds them.</summary>
    public static Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken _)
    {
        foreach (OpenApiParameter parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            // The only one in a path.
            parameter.Description = "Id, as answers give it.";
        }

        ParameterSpecs? specs = context.Description.ActionDescriptor.EndpointMetadata.OfType<ParameterSpecs>()
            .FirstOrDefault();
        foreach (ParameterSpec spec in specs?.Specs ?? [])
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = spec.Name,
                In = ParameterLocation.Query,
                Description = spec.Description,
                Style = ParameterStyle.Form,
                Explode = true,
                Schema = spec.IsRepeatable
                    ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(spec) }
                    : Value(spec),
            });
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Value(ParameterSpec spec)
    {
        OpenApiSchema schema = new() { Type = spec.Range is null ? JsonSchemaType.String : JsonSchemaType.Integer };
        if (spec.Range is (int least, int most))
        {
            schema.Minimum = least.ToString(CultureInfo.InvariantCulture);
            schema.Maximum = most.ToString(CultureInfo.InvariantCulture);
        }

        if (spec.Values.Count > 0)
        {
            schema.Enum = [.. spec.Values.Select(value => (JsonNode)JsonValue.Create(value))];
        }

        if (spec.Example is not null)
        {
            schema.Examples = [JsonValue.Create(spec.Example)];
        }

        return schema;
    }
}
