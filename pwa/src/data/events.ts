/** What the screens read of events: which are on, the targets to meet there, and the notes written at them. */
import { type HowMet, howMet } from "../domain/events/met";
import { eventsOn } from "../domain/events/on";
import { type Receipt, receiptOf } from "../domain/events/receipt";
import { db, recordStores, storeOf } from "./db";
import { all, find, findByIndex, type Saved } from "./queries";
import type { Stored } from "./types";
import { write } from "./write";

/** A target with its name, the person whom it means, and how that person was met, if at all. */
export interface NamedTarget extends Saved<"target"> {
  name: string;
  /** The linked person, else the only person with exactly the name that was written. */
  person_id: string | null;
  met: HowMet;
}

/** Return the events that are on, the most relevant first. */
export async function eventsOnAt(now: Date): Promise<Saved<"event">[]> {
  return eventsOn(await all("event"), now);
}

/** Return the conversations of an event, the latest first. */
export async function cardsOf(eventId: string): Promise<Saved<"conversation">[]> {
  const cards = await findByIndex("conversation", "event_id", eventId);
  const moment = ({ body }: Saved<"conversation">) => body.captured_at ?? "";
  return cards.sort((a, b) => moment(b).localeCompare(moment(a)));
}

/** Return the targets of an event in the order in which they were added. */
export async function targetsOf(eventId: string): Promise<NamedTarget[]> {
  const [targets, cards] = await Promise.all([
    findByIndex("target", "event_id", eventId),
    cardsOf(eventId),
  ]);
  const inOrder = targets.sort((a, b) => a.id.localeCompare(b.id));
  return Promise.all(
    inOrder.map(async (target) => {
      const person = await personOf(target);
      const { met_at, person_ids } = target.body;
      const meant = person ? [person.id] : person_ids;
      return {
        ...target,
        name: person?.body.name || target.body.who,
        person_id: person?.id ?? null,
        met: howMet({ body: { met_at, person_ids: meant } }, cards),
      };
    }),
  );
}

/** Set the event at which a stored conversation took place. */
export async function setEventOf(id: string, event_id: string): Promise<void> {
  if (await find("conversation", id)) await write({ kind: "conversation", id, set: { event_id } });
}

/** Count the notes of an event, and how many of them are not synced. */
export async function receiptFor(eventId: string): Promise<Receipt> {
  return receiptOf(await cardsOf(eventId), await unsyncedRecords());
}

/** Where two people have the name, it is unknown who is meant. */
async function personOf({ body }: Saved<"target">): Promise<Saved<"person"> | undefined> {
  const [personId] = body.person_ids;
  if (personId) return find("person", personId);
  const who = body.who.trim();
  const [person, ...others] = who ? await findByIndex("person", "name", who) : [];
  return others.length > 0 || person?.body.is_me ? undefined : person;
}

async function unsyncedRecords(): Promise<Stored[]> {
  const database = await db();
  const rows = new Map((await database.getAll("outbox")).map((row) => [row.id, row.kind]));
  const waiting = [...rows].map(([id, kind]) => database.get(storeOf(kind), id));
  const refused = recordStores.map((store) => database.getAllFromIndex(store, "refused"));
  const notDeleted = (await Promise.all(refused)).flat().filter((one) => one.deleted_at === null);
  const found = [...(await Promise.all(waiting)), ...notDeleted];
  return found.filter((record) => record !== undefined);
}
