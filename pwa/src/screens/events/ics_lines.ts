/** Splits a calendar file into its events, however damaged it is; what belongs to no event is left out. */

/** One property of an event: its name in capitals, the text between name and value, and the value as written. */
export interface IcsProperty {
  name: string;
  params: string;
  value: string;
}

/** One calendar of a file, with what its events need to be read. */
export interface IcsCalendar {
  /** The zone of times without one, as X-WR-TIMEZONE names it; may be empty. */
  zone: string;
  isCancelling: boolean;
  /** The definitions of zones, as text. */
  zones: string[];
  events: IcsProperty[][];
}

/** The calendars of a file, and what is missing. */
export interface IcsFile {
  calendars: IcsCalendar[];
  /** How many events begin and never end. */
  brokenOffCount: number;
  isCutOff: boolean;
}

/** The properties of an event (RFC 5545, 7986, 9073); a line that begins otherwise goes on with the text before. */
const NAMES = new Set(
  `ATTACH ATTENDEE CATEGORIES CLASS COMMENT CONTACT CREATED DESCRIPTION DTEND DTSTAMP DTSTART DURATION EXDATE EXRULE
  GEO LAST-MODIFIED LOCATION ORGANIZER PRIORITY RDATE RECURRENCE-ID RELATED-TO REQUEST-STATUS RESOURCES RRULE SEQUENCE
  STATUS SUMMARY TRANSP UID URL CONFERENCE IMAGE COLOR REFRESH-INTERVAL SOURCE NAME STYLED-DESCRIPTION STRUCTURED-DATA
  LOCATION-TYPE PARTICIPANT-TYPE CALENDAR-ADDRESS CONCEPT LINK REFID AALARM DALARM METHOD VERSION PRODID CALSCALE
  ACTION TRIGGER REPEAT`.split(/\s+/),
);
const TEXTS = new Set(["DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT"]);
const MOST_EVENTS = 20_000;

/**
 * Split a calendar file.
 * @throws where the text has neither a calendar nor an event in it
 */
export function splitCalendars(text: string): IcsFile {
  if (!/^[ \t]*BEGIN:(?:VCALENDAR|VEVENT)/im.test(text)) throw new Error("no calendar");
  const splitter = new Splitter();
  for (const line of unfolded(text)) splitter.read(line);
  return splitter.end();
}

function unfolded(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/)) {
    if (/^[ \t]/.test(line) && lines.length > 0) lines.at(-1)?.push(line.slice(1));
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(""));
}

class Splitter {
  #calendars: IcsCalendar[] = [];
  #event: IcsProperty[] | undefined;
  #zone: string[] | undefined;
  /** The name of the component within the event whose lines are left out, such as an alarm. */
  #inner = "";
  #isOpen = false;

  read(line: string): void {
    const [, edge = "", name = ""] = /^\s*(BEGIN|END):\s*([A-Z-]+)\s*$/i.exec(line) ?? [];
    if (edge) this.#edge(edge.toUpperCase(), name.toUpperCase(), line);
    else if (this.#zone) this.#zone.push(line);
    else if (this.#event && !this.#inner) addLine(this.#event, line);
    else if (this.#isOpen && !this.#inner) this.#ofCalendar(line);
  }

  end(): IcsFile {
    const brokenOffCount = this.#event ? 1 : 0;
    return { calendars: this.#calendars, brokenOffCount, isCutOff: this.#isOpen };
  }

  #edge(edge: string, name: string, line: string): void {
    const isBegin = edge === "BEGIN";
    if (name === "VCALENDAR") {
      this.#closeEvent();
      this.#isOpen = isBegin;
      if (isBegin) this.#calendars.push(emptyCalendar());
    } else if (name === "VEVENT") {
      this.#closeEvent();
      this.#event = isBegin ? [] : undefined;
    } else if (name === "VTIMEZONE" && !this.#event) {
      if (isBegin) this.#zone = [line];
      else if (this.#zone) this.#current().zones.push([...this.#zone, line].join("\n"));
      if (!isBegin) this.#zone = undefined;
    } else if (this.#zone) this.#zone.push(line);
    else if (isBegin && !this.#inner) this.#inner = name;
    else if (!isBegin && name === this.#inner) this.#inner = "";
  }

  #closeEvent(): void {
    const { events } = this.#current();
    if (this.#event && events.length < MOST_EVENTS) events.push(this.#event);
    this.#event = undefined;
    this.#inner = "";
  }

  #current(): IcsCalendar {
    const last = this.#calendars.at(-1) ?? emptyCalendar();
    if (this.#calendars.length === 0) this.#calendars.push(last);
    return last;
  }

  #ofCalendar(line: string): void {
    const { name, value } = propertyIn(line) ?? { name: "", value: "" };
    const calendar = this.#current();
    if (name === "X-WR-TIMEZONE" || name === "TIMEZONE-ID") calendar.zone = value.trim();
    if (name === "METHOD") calendar.isCancelling = /^CANCEL$/i.test(value.trim());
  }
}

function emptyCalendar(): IcsCalendar {
  return { zone: "", isCancelling: false, zones: [], events: [] };
}

/** A line of a text that was not folded belongs to the text. */
function addLine(event: IcsProperty[], line: string): void {
  const property = propertyIn(line);
  const last = event.at(-1);
  if (last && isBrokenOff(last)) last.value = last.value.slice(0, -1) + line;
  else if (property && (NAMES.has(property.name) || property.name.startsWith("X-")))
    event.push(property);
  else if (last && TEXTS.has(last.name) && line.trim()) last.value += `\\n${line.trim()}`;
}

/** Version 1.0 continues a quoted-printable text after an equals sign. */
function isBrokenOff({ params, value }: IcsProperty): boolean {
  return value.endsWith("=") && /QUOTED-PRINTABLE/i.test(params);
}

function propertyIn(line: string): IcsProperty | undefined {
  const [, name = ""] = /^\s*([A-Za-z][A-Za-z0-9-]*)\s*(?=[;:])/.exec(line) ?? [];
  if (!name) return undefined;
  const rest = line.slice(line.indexOf(name) + name.length);
  const colon = endOfParams(rest);
  if (colon < 0) return undefined;
  return { name: name.toUpperCase(), params: rest.slice(0, colon), value: rest.slice(colon + 1) };
}

/** A colon within quotes belongs to a parameter; before a time, so does one without quotes. */
function endOfParams(rest: string): number {
  const time = /^;[^"]{0,200}?:(?=\d{4}-?\d\d-?\d\d)/.exec(rest);
  if (time) return time[0].length - 1;
  let isQuoted = false;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '"') isQuoted = !isQuoted;
    if (rest[at] === ":" && !isQuoted) return at;
  }
  return rest.indexOf(":");
}
