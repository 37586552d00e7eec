# One image: page, API and command line. Try it:
#   docker build -t search .
#   docker run --read-only --tmpfs /tmp -p 8080:8080 -v "$PWD/corpus:/corpus:ro" -v search-index:/index search

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# The package lists first, so that a change of code alone does not restore again.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/Search.Text/*.csproj src/Search.Text/
COPY src/Search.Queries/*.csproj src/Search.Queries/
COPY src/Search.Engine/*.csproj src/Search.Engine/
COPY src/Search.Corpus/*.csproj src/Search.Corpus/
COPY src/Search.Passages/*.csproj src/Search.Passages/
COPY src/Search.Service/*.csproj src/Search.Service/
COPY src/Search.Cli/*.csproj src/Search.Cli/
RUN dotnet restore src/Search.Cli/Search.Cli.csproj
COPY src/ src/
RUN dotnet publish src/Search.Cli/Search.Cli.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# pdftotext reads PDF; curl asks whether the service is ready.
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl poppler-utils \
 && rm -rf /var/lib/apt/lists/* \
 && install -d -o "$APP_UID" -g "$APP_UID" /index /corpus
WORKDIR /app
COPY --from=build /app ./
COPY --chown=$APP_UID:$APP_UID corpus/ /corpus/

# Nothing is written outside of /index (and /tmp while a file is read): the root file system may be read-only.
ENV DOTNET_EnableDiagnostics=0 \
    Search__Corpus__Folder=/corpus \
    Search__Index__Folder=/index \
    Search__Server__Urls=http://+:8080
USER $APP_UID
VOLUME ["/corpus", "/index"]
EXPOSE 8080
# Ready once there is an index to search; the first one of a large corpus takes its time.
HEALTHCHECK --interval=15s --timeout=5s --start-period=10m --retries=3 \
  CMD ["curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", "http://127.0.0.1:8080/readyz"]
# SIGTERM, as docker stop sends it: requests under way are finished, the last generation stands.
ENTRYPOINT ["dotnet", "/app/search.dll"]
CMD ["serve"]
