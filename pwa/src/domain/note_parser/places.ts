/** Distinguishes places from organisations: "from Berlin", "from New Zealand". */

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
let places: Set<string> | undefined;

/** Check whether a name is a country, or a city that a time zone is named after. */
export function isPlace(name: string): boolean {
  places ??= allPlaces();
  return places.has(name.toLowerCase().replace(/^the /, ""));
}

/** The browser knows all countries and the cities of the time zones. */
function allPlaces(): Set<string> {
  const countries = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const named = codes.flatMap((code) => countries.of(code) ?? []);
  const cities = Intl.supportedValuesOf("timeZone").map(
    (zone) => zone.split("/").at(-1)?.replaceAll("_", " ") ?? "",
  );
  return new Set(
    [...named, ...cities, "Munich", "Hamburg", "Barcelona", "Milan", "UK", "USA"].map((name) =>
      name.toLowerCase(),
    ),
  );
}
