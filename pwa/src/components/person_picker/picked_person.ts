/** The people that a picker offers: targets of an event, people met recently, and search results. */

import { type NamedTarget, targetsOf } from "../../data/events";
import { describePerson } from "../../data/names";
import { findAll, latestConversations, type Saved } from "../../data/queries";
import type { Hit } from "../../data/search";

/** Someone to pick: a person, or a target of an event who has no person record yet. */
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

/** Return the likely people: the event's unmet targets, then the people met most recently. */
export async function likelyPeople(eventId: string | null): Promise<PickedPerson[]> {
  const targets = await unmetTargets(eventId);
  const recent = await peopleOf((await latestConversations(CONVERSATIONS_READ)).flatMap(idsOf));
  return [...targets, ...withoutPeople(recent, targets).slice(0, RECENT_COUNT)];
}

/** Return the people whom the hits of a search are about, the best first. */
export async function peopleOfHits(hits: Hit[]): Promise<PickedPerson[]> {
  return (await peopleOf(hits.flatMap(({ personIds }) => personIds))).slice(0, FOUND_COUNT);
}

/** Read one person as someone to pick; undefined where there is no such person. */
export async function findPickedPerson(personId: string): Promise<PickedPerson | undefined> {
  return (await peopleOf([personId]))[0];
}

/** Return the people who are not among those excluded. */
export function withoutPeople(people: PickedPerson[], excluded: PickedPerson[]): PickedPerson[] {
  return people.filter((one) => !excluded.some((other) => isSamePerson(one, other)));
}

/** Return the chosen people with this one added, or removed if they were chosen already. */
export function togglePerson(chosen: PickedPerson[], person: PickedPerson): PickedPerson[] {
  const others = withoutPeople(chosen, [person]);
  return others.length < chosen.length ? others : [...chosen, person];
}

/** Check whether two picks mean the same person, or the same target. */
export function isSamePerson(one: PickedPerson, other: PickedPerson): boolean {
  if (one.person_id || other.person_id) return one.person_id === other.person_id;
  return one.target_id === other.target_id;
}

async function unmetTargets(eventId: string | null): Promise<PickedPerson[]> {
  const targets = eventId ? await targetsOf(eventId) : [];
  const wanted = targets.filter(({ met }) => met === null);
  return (await Promise.all(wanted.map(personOfTarget))).filter(({ name }) => name !== "");
}

/** Where the person was deleted since, the target's own words are shown. */
async function personOfTarget({ id, body, person_id }: NamedTarget): Promise<PickedPerson> {
  const person = person_id ? await findPickedPerson(person_id) : undefined;
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
      context: describePerson(person),
    }));
}

function idsOf({ body }: Saved<"conversation">): string[] {
  return body.person_ids;
}
