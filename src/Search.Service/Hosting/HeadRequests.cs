using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Search.Service.Hosting;

/// <summary>
/// Answers HEAD wherever GET is answered: routed as GET, run as HEAD, so that the server leaves the body out.
/// </summary>
internal static class HeadRequests
{
    /// <summary>Adds routing that knows HEAD.</summary>
    public static void UseRoutingWithHead(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Request.Method = HttpMethods.Get;
                context.Items[typeof(HeadRequests)] = true;
            }

            return next(context);
        });
        app.UseRouting();
        app.Use((context, next) =>
        {
            if (context.Items.ContainsKey(typeof(HeadRequests)))
            {
                context.Request.Method = HttpMethods.Head;
            }

            return next(context);
        });
    }
}
