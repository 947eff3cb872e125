/** Whom one may mean: the targets of an event, those met last, and whoever a search finds. */

import { targetsOf, type Wanted } from "../../data/events";
import { findAll, latestConversations, type Saved } from "../../data/queries";
import type { Hit } from "../../data/search";
import { context } from "./context";

/** Somebody to choose: a person, or a kind of person wanted at an event, who has no record yet. */
export interface PickedPerson {
  person_id: string | null;
  target_id: string | null;
  name: string;
  /** A few words on who they are. */
  context: string;
}

const RECENT_COUNT = 5;
const CONVERSATIONS_READ = 12;
const FOUND_COUNT = 6;

/** Give those who are likely meant: the event's targets not yet met, then the people met last. */
export async function likelyPeople(eventId: string | null): Promise<PickedPerson[]> {
  const wanted = await wantedStill(eventId);
  const recent = await peopleOf((await latestConversations(CONVERSATIONS_READ)).flatMap(idsOf));
  return [...wanted, ...withoutTaken(recent, wanted).slice(0, RECENT_COUNT)];
}

/** Give the people whom the hits of a search are about, the best first. */
export async function peopleFound(hits: Hit[]): Promise<PickedPerson[]> {
  return (await peopleOf(hits.flatMap(({ personIds }) => personIds))).slice(0, FOUND_COUNT);
}

/** Read one person as somebody to choose; nothing where there is no such person. */
export async function pickedPerson(personId: string): Promise<PickedPerson | undefined> {
  return (await peopleOf([personId]))[0];
}

/** Give those who are not among the ones taken. */
export function withoutTaken(whom: PickedPerson[], taken: PickedPerson[]): PickedPerson[] {
  return whom.filter((one) => !taken.some((other) => isSame(one, other)));
}

/** Give those chosen with one more, or with one less where they were chosen already. */
export function toggled(chosen: PickedPerson[], whom: PickedPerson): PickedPerson[] {
  const others = withoutTaken(chosen, [whom]);
  return others.length < chosen.length ? others : [...chosen, whom];
}

/** Tell whether two mean the same person, or the same kind of person. */
export function isSame(one: PickedPerson, other: PickedPerson): boolean {
  if (one.person_id || other.person_id) return one.person_id === other.person_id;
  return one.target_id === other.target_id;
}

async function wantedStill(eventId: string | null): Promise<PickedPerson[]> {
  const targets = eventId ? await targetsOf(eventId) : [];
  const wanted = targets.filter(({ met }) => met === null);
  return (await Promise.all(wanted.map(wantedAt))).filter(({ name }) => name !== "");
}

/** Whoever was deleted since is still wanted by the words of the target. */
async function wantedAt({ id, body, person_id }: Wanted): Promise<PickedPerson> {
  const person = person_id ? await pickedPerson(person_id) : undefined;
  if (person) return { ...person, target_id: id };
  return { person_id: null, target_id: id, name: body.who.trim(), context: body.why };
}

async function peopleOf(ids: string[]): Promise<PickedPerson[]> {
  return (await findAll("person", ids))
    .filter(({ body }) => !body.is_me)
    .map((person) => ({ ...person, called: person.body.name.trim() || person.body.traits.trim() }))
    .filter(({ called }) => called !== "")
    .map((person) => ({
      person_id: person.id,
      target_id: null,
      name: person.called,
      context: context(person),
    }));
}

function idsOf({ body }: Saved<"conversation">): string[] {
  return body.person_ids;
}
