/** What the screens read of events: which are on, whom to meet there, and the cards written at them. */
import { howMet, type Met } from "../domain/events/met";
import { eventsOn } from "../domain/events/on";
import { type Receipt, receiptOf } from "../domain/events/receipt";
import { db, recordStores, storeOf } from "./db";
import { all, find, findByIndex, type Saved } from "./queries";
import type { Stored } from "./types";
import { write } from "./write";

/** A target with the name by which it is called, whom it means, and how it was met, if it was. */
export interface Wanted extends Saved<"target"> {
  name: string;
  /** The person it was linked to, else the one person who has the very name that was written. */
  person_id: string | null;
  met: Met;
}

/** Give the events that are on, the one that counts first. */
export async function eventsOnAt(now: Date): Promise<Saved<"event">[]> {
  return eventsOn(await all("event"), now);
}

/** Give the cards of an event, the latest first. */
export async function cardsOf(eventId: string): Promise<Saved<"conversation">[]> {
  const cards = await findByIndex("conversation", "event_id", eventId);
  const moment = ({ body }: Saved<"conversation">) => body.captured_at ?? "";
  return cards.sort((a, b) => moment(b).localeCompare(moment(a)));
}

/** Give the targets of an event in the order in which they were thought of. */
export async function targetsOf(eventId: string): Promise<Wanted[]> {
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

/** Say of a card that is stored at which event it was written. */
export async function putAtEvent(id: string, event_id: string): Promise<void> {
  if (await find("conversation", id)) await write({ kind: "conversation", id, set: { event_id } });
}

/** Count the cards of an event and how many of them wait to reach the server. */
export async function receiptFor(eventId: string): Promise<Receipt> {
  return receiptOf(await cardsOf(eventId), await unsafeRecords());
}

/** Two of one name leave it open who is meant. */
async function personOf({ body }: Saved<"target">): Promise<Saved<"person"> | undefined> {
  const [personId] = body.person_ids;
  if (personId) return find("person", personId);
  const who = body.who.trim();
  const [person, ...others] = who ? await findByIndex("person", "name", who) : [];
  return others.length > 0 || person?.body.is_me ? undefined : person;
}

async function unsafeRecords(): Promise<Stored[]> {
  const database = await db();
  const rows = new Map((await database.getAll("outbox")).map((row) => [row.id, row.kind]));
  const waiting = [...rows].map(([id, kind]) => database.get(storeOf(kind), id));
  const refused = recordStores.map((store) => database.getAllFromIndex(store, "refused"));
  const stillThere = (await Promise.all(refused)).flat().filter((one) => one.deleted_at === null);
  const found = [...(await Promise.all(waiting)), ...stillThere];
  return found.filter((record) => record !== undefined);
}
