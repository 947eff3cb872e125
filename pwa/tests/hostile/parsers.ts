/** Every function that reads pasted, typed or scanned text, called with one text. */
import { readFileSync } from "node:fs";
import { foldText, foldWithOrigins } from "../../src/data/fold_text";
import { limits } from "../../src/data/kinds.gen";
import { numbersIn, soughtNumbers, withoutNumbers } from "../../src/data/numbers_in_text";
import { normalizeText } from "../../src/data/record_body";
import { type Entry, entryOf, search } from "../../src/data/search";
import { zoneNamed } from "../../src/domain/dates/named_zone";
import { ifThenText, readGoals, withoutI } from "../../src/domain/events/goal";
import { latinDigits, onlyDigits } from "../../src/domain/latin_digits";
import { blank, findContacts } from "../../src/domain/note_parser/contacts";
import { chronoFor, findDates } from "../../src/domain/note_parser/dates_in_text";
import { readHead } from "../../src/domain/note_parser/head";
import { isEnglish } from "../../src/domain/note_parser/language";
import {
  findMentions,
  isNoName,
  isWordToo,
  nameAtStart,
  whoIs,
} from "../../src/domain/note_parser/names";
import { parseNote } from "../../src/domain/note_parser/parse_note";
import { clauses, piece, sentences } from "../../src/domain/note_parser/pieces";
import { isPlace } from "../../src/domain/note_parser/places";
import { problemOf } from "../../src/domain/note_parser/problems";
import { promiseOf } from "../../src/domain/note_parser/promises";
import { organisationAt, readOrganisation, readRole } from "../../src/domain/note_parser/roles";
import { hash24 } from "../../src/domain/note_parser/tagger/hashing";
import { tagNote } from "../../src/domain/note_parser/tagger/tagger";
import { tokensOf } from "../../src/domain/note_parser/tagger/tokens";
import { readWeights } from "../../src/domain/note_parser/tagger/weights";
import {
  happeningBefore,
  isOfTheirLife,
  withoutSubject,
} from "../../src/domain/note_parser/their_life";
import { openQuestions, questionsIn } from "../../src/domain/prompts/open_question";
import { countIfTooLong, countWords, shorten } from "../../src/domain/prompts/prompt";
import { cardsIn, hasCard } from "../../src/domain/vcard/card_lines";
import { contactLink } from "../../src/domain/vcard/contact_link";
import { emailsIn, isBareDomain, isWebAddress } from "../../src/domain/vcard/contact_text";
import { personFromProperties, withNote } from "../../src/domain/vcard/from_properties";
import { parseCode } from "../../src/domain/vcard/parse_code";
import { firstNameOf, givenFirst, nameWords } from "../../src/domain/vcard/person_name";
import { dialledNumber, phonesIn } from "../../src/domain/vcard/phone_number";
import {
  decodeQuotedPrintable,
  splitUnescaped,
  unescapePart,
} from "../../src/domain/vcard/property";
import { isMecard, readMecards } from "../../src/domain/vcard/read_mecard";
import { readSignatures } from "../../src/domain/vcard/read_signature";
import { readVcards } from "../../src/domain/vcard/read_vcard";
import { EMPTY_VCARD } from "../../src/domain/vcard/vcard_person";
import { writeVcard } from "../../src/domain/vcard/write_vcard";
import { promiseToThem } from "../../src/screens/drafts/promise_words";
import { mentionsSomebody, nameParts, quotableWords } from "../../src/screens/drafts/quote";
import { internationalNumber } from "../../src/screens/drafts/send_links";
import { plainText } from "../../src/screens/events/html_text";
import { splitCalendars } from "../../src/screens/events/ics_lines";
import { lengthOf } from "../../src/screens/events/ics_time";
import { readInvitation } from "../../src/screens/events/invitation";
import { readCalendar } from "../../src/screens/events/parse_ics";
import { questionsFor } from "../../src/screens/events/questions";
import { valueText } from "../../src/screens/history/history_words";
import { withNotes } from "../../src/screens/my_card/filled";
import { isShared } from "../../src/screens/my_card/same_contact";
import { decodeDecisions } from "../../src/screens/note/decisions";
import { partKey } from "../../src/screens/note/line_parts";
import { completeNames, listedNames, namesSoFar } from "../../src/screens/note/names";
import { matchedPieces } from "../../src/screens/people/matched";

const writing = {
  now: new Date("2026-11-23T10:00:00Z"),
  zone: "Europe/Berlin",
  people: [{ id: "ana", name: "Ana Ruiz" }],
  language: "en-GB",
};
const weights = readWeights(new Uint8Array(readFileSync("../models/line/weights.bin")).buffer);
const whole = (text: string) => ({ text, from: 0, to: text.length, is_question: false });
const person = { ...EMPTY_VCARD, name: "Ana" };

/** An event with the text in place of its description, each line of it folded. */
function eventWith(text: string): string {
  const description = text.replaceAll("\n", "\n ");
  const event = `BEGIN:VEVENT\nUID:1\nDTSTART:20261123T100000Z\nDESCRIPTION:${description}\nEND:VEVENT`;
  return `BEGIN:VCALENDAR\n${event}\nEND:VCALENDAR`;
}

function entriesOf(text: string): Entry[] {
  const body = { name: text, notes: text };
  return [entryOf({ kind: "person", id: "a", body, deleted_at: null } as never) as Entry];
}

function calendarOrNothing(text: string): unknown {
  try {
    return readCalendar(text, writing.now);
  } catch {
    return undefined;
  }
}

/** The parsers by name. */
export const parsers: Record<string, (text: string) => unknown> = {
  foldText,
  foldWithOrigins,
  normalizeText,
  numbersIn,
  soughtNumbers,
  withoutNumbers,
  search: (text) => search(entriesOf(text), "a", 5),
  "search, for the text itself": (text) => search(entriesOf(text), text, 5),
  matchedPieces: (text) => [matchedPieces(text, ["a", " "]), matchedPieces("Ana", [text])],
  ifThenText: (text) => ifThenText({ if_heard: text, then_i: text }),
  readGoals,
  withoutI,
  blank: (text) =>
    blank(
      text,
      [...text.matchAll(/a/g)].map(({ index }) => ({ from: index, to: index + 1 })),
    ),
  findContacts,
  chronoFor: (text) => chronoFor("en-GB").parse(text.slice(0, 1)),
  findDates: (text) => findDates(text, writing),
  readHead: (text) => readHead(text, [whole(text), whole(text)], writing),
  isEnglish,
  findMentions: (text) => [
    findMentions(text, writing.people),
    findMentions("Ana", [{ id: "a", name: text.slice(0, limits.line) }]),
  ],
  isNoName,
  isWordToo,
  nameAtStart: (text) => nameAtStart(text, writing.people),
  whoIs: (text) => whoIs(text, writing.people),
  parseNote: (text) => parseNote(text, writing),
  clauses: (text) => clauses(text, whole(text)),
  piece: (text) => piece(text, whole(text)),
  sentences,
  isPlace,
  problemOf: (text) => problemOf(whole(text), { has_who: true, has_colon: true }),
  promiseOf: (text) => promiseOf(whole(text), true),
  organisationAt: (text) => organisationAt(text, 0, text.length),
  readOrganisation: (text) => readOrganisation(text, 0, text.length),
  readRole: (text) => readRole(text, 0, text.length),
  happeningBefore,
  isOfTheirLife,
  hash24,
  tagNote: (text) => tagNote(text, weights),
  tokensOf,
  withoutSubject,
  openQuestions: (text) =>
    openQuestions(
      {
        name: "Ana",
        last_notes: `${text}?`,
        their_dates: [{ on: "2026-11-01", what: text }],
        last_conversation_on: null,
      } as never,
      { names: [text], today: "2026-11-23" } as never,
    ),
  questionsIn,
  countIfTooLong,
  countWords,
  shorten,
  contactLink: (text) =>
    (["emails", "phones", "links"] as const).map((field) => contactLink(field, text)),
  personFromProperties: (text) =>
    ["N", "TEL", "URL", "EMAIL", "X-A"].map((name) =>
      personFromProperties([{ name, parts: [text, text], types: [] }]),
    ),
  withNote: (text) => withNote(person, text, text),
  parseCode,
  splitUnescaped: (text) => splitUnescaped(text, ","),
  unescapePart,
  isMecard,
  readMecards: (text) => readMecards(`MECARD:${text}`),
  decodeQuotedPrintable,
  hasCard,
  cardsIn,
  emailsIn,
  isWebAddress,
  isBareDomain,
  dialledNumber,
  phonesIn,
  latinDigits,
  onlyDigits,
  givenFirst,
  nameWords,
  readSignatures,
  "readSignatures, with an address": (text) => readSignatures(`Ana Berg\na@b.example\n${text}`),
  readVcards: (text) => readVcards(`BEGIN:VCARD\n${text}`),
  "readVcards, a name": (text) => readVcards(`BEGIN:VCARD\nN:${text}`),
  "readVcards, a picture": (text) => readVcards(`BEGIN:VCARD\nPHOTO;ENCODING=b:${text}`),
  "readVcards, encoded": (text) =>
    readVcards(`BEGIN:VCARD\nN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:${text}`),
  writeVcard: (text) =>
    writeVcard({
      ...person,
      name: text,
      notes: text,
      links: [text],
      phones: [text],
      emails: [text],
    }),
  firstNameOf,
  promiseToThem: (text) => promiseToThem(text, ["Ana"], ["Li"]),
  mentionsSomebody: (text) => mentionsSomebody(text, ["Li"]),
  nameParts: (text) => nameParts([text]),
  quotableWords: (text) => quotableWords(text, ["Ana"], ["Li"]),
  internationalNumber,
  readInvitation: (text) => readInvitation(text, writing),
  readCalendar: (text) => [text, eventWith(text)].map(calendarOrNothing),
  splitCalendars: (text) => splitCalendars(`BEGIN:VEVENT\n${text}`),
  lengthOf,
  zoneNamed,
  plainText: (text) => [plainText(text), plainText(`<br>${text}`)],
  questionsFor: (text) => questionsFor(text, []),
  isShared: (text) =>
    (["emails", "phones", "links"] as const).map((field) =>
      isShared(field, { ...person, [field]: [text] }, { ...person, [field]: [text] }),
    ),
  valueText: (text) => valueText("notes", text),
  withNotes: (text) => withNotes(text, [text]),
  decodeDecisions: (text) => decodeDecisions([text]),
  partKey: (text) => partKey(text, text),
  completeNames,
  listedNames,
  namesSoFar,
};
