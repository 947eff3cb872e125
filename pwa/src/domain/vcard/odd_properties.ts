/** Properties that programs write in their own way, and days as cards write them. */

import { yearlyDayText } from "../dates/date_words";
import { ownValue } from "../own_value";
import type { Property } from "./property";

/** Properties that programs write for programs. */
const BOOKKEEPING = new Set(
  `BEGIN END VERSION PRODID REV UID CLASS KIND PROFILE SOURCE MAILER SORT-STRING CLIENTPIDMAP XML
  X-ABADR X-ABUID X-ABSHOWAS X-ABPHOTO X-ABORDER X-ADDRESSING-GRAMMAR X-SHARED-PHOTO-DISPLAY-PREF
  X-APPLE-SUBLOCALITY X-MS-OL-DESIGN X-MS-OL-DEFAULT-POSTAL-ADDRESS X-MS-CARDPICTURE X-MS-SIGNATURE X-MS-IMADDRESS-TYPE X-WAB-GENDER
  X-EVOLUTION-FILE-AS X-MOZILLA-HTML X-LAST-REV X-SYNCMLREF1 X-GOOGLE-ETAG X-ANDROID-STARRED`.split(
    /\s+/,
  ),
);

/** Names of the days in a life, as different programs write them. */
const SAME: [RegExp, string][] = [
  [/ANNIVERSARY$/, "ANNIVERSARY"],
  [/BIRTHDAY$/, "BDAY"],
  [/^X-(?:MS-|EVOLUTION-)?SPOUSE$/, "SPOUSE"],
  [/^X-(?:MS-|EVOLUTION-)?MANAGER$/, "MANAGER"],
  [/^X-(?:MS-|EVOLUTION-)?ASSISTANT$/, "ASSISTANT"],
  [/^(?:SHORT|X-NICK)NAME$/, "NICKNAME"],
  [/^X-WA-BIZ-NAME$/, "FN"],
];

const DAYS = new Set(["BDAY", "ANNIVERSARY", "DEATHDATE", "X-ABDATE", "DATE"]);

/** Apple writes this year where none is known; others write zeros. */
const NO_YEAR = new Set(["1604", "0000", "0001"]);

/** What the numbers mean in `X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2019-06-01;1;;`. */
const ANDROID_EVENTS: Record<string, string> = { "1": "ANNIVERSARY", "3": "BDAY" };

/** Return a property under its common name; undefined for what is written by programs for programs. */
export function asKnownName(property: Property): Property | undefined {
  if (BOOKKEEPING.has(property.name)) return undefined;
  if (property.name === "X-ANDROID-CUSTOM") return fromAndroid(property);
  const name = SAME.find(([pattern]) => pattern.test(property.name))?.[1] ?? property.name;
  return { ...property, name };
}

/** Return the day that a property holds in words: as `YYYY-MM-DD`, without a year as "3 February"; undefined for no day. */
export function asDay({ name, parts, types }: Property): string | undefined {
  const value = parts.join("");
  if (!DAYS.has(name)) return undefined;
  const [, year = "", month = "", day = ""] =
    /^(\d{4}|--)-?(\d\d)-?(\d\d)(?:$|[T ])/.exec(value) ?? [];
  if (!isDay(month, day)) return undefined;
  const isOmitted = types.some((type) => type === `x-apple-omit-year=${year}`);
  const hasYear = year !== "--" && !isOmitted && !NO_YEAR.has(year);
  return hasYear ? `${year}-${month}-${day}` : yearlyDayText(`2000-${month}-${day}`);
}

function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

function fromAndroid({ parts, ...property }: Property): Property {
  const [item = "", value = "", type = "", label = ""] = parts;
  const sort = item.split("/").at(-1) ?? "";
  if (sort === "nickname") return { ...property, name: "NICKNAME", parts: [value] };
  if (sort === "contact_event")
    return { ...property, name: ownValue(ANDROID_EVENTS, type) ?? "DATE", parts: [value], label };
  return { ...property, name: (label || sort).toUpperCase(), parts: [value] };
}
