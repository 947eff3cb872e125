/** Sorts the files of a build by when a device gets them: at install, in idle time afterwards, or when needed. */

/** The phone's kit: all that the app needs at an event, kept before the worker counts as installed. */
const OWN_FILES = /^(index\.html|assets\/.+|favicon\.svg|manifest\.webmanifest)$/;
/** Kept by the worker in idle time: the desk's screens, and what reads dates in a text. */
const LATER = { desk: /^assets\/desk-/, dates: /^assets\/dates-/ };
/** Kept by the screens that need them: readers that are large and of use to few. */
const ON_DEMAND = {
  calendars: /^assets\/ics_worker-/,
  codes: /^assets\/(qr_reader_worker|zxing_reader)-/,
};

export type Tier = "kit" | keyof typeof LATER | keyof typeof ON_DEMAND;
export type Tiers = Partial<Record<Tier, string[]>>;

/** Sort the files of a build into tiers; files that no device keeps are left out. */
export function tiersOf(files: string[]): Tiers {
  return Object.groupBy(
    files.filter((file) => OWN_FILES.test(file)),
    tierOf,
  );
}

/** Return the files that the worker keeps in idle time, in the order in which they are fetched. */
export function keptLater({ dates = [], desk = [] }: Tiers): string[] {
  return [...dates, ...desk];
}

function tierOf(file: string): Tier {
  const tiers = Object.entries({ ...LATER, ...ON_DEMAND }) as [Tier, RegExp][];
  return tiers.find(([, pattern]) => pattern.test(file))?.[0] ?? "kit";
}
