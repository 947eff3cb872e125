/** Reads ties from the database: to one person, or to everybody at once. */
import { tieTo } from "../domain/warmth/read_tie";
import type { Tie } from "../domain/warmth/tie";
import type { Topic } from "./announce";
import { derivedId } from "./ids";
import type { ConversationRecord } from "./kinds.gen";
import { all, conversationsWith, find, followUpsWith, people, type Saved } from "./queries";
import { userTimeZone } from "./settings";

/** A person with the tie to them, and the conversations that made it. */
export interface Tied {
  person: Saved<"person">;
  tie: Tie;
  conversations: ConversationRecord[];
}

/** The topics that a tie is read from, for `useLive`. */
export const tieTopics: Topic[] = ["person", "conversation", "follow_up", "nudge", "setting"];

/** Read the tie to one person, or nothing where there is no such person. */
export async function tieWith(personId: string): Promise<Tie | undefined> {
  const [person, conversations, followUps, nudge, zone] = await Promise.all([
    find("person", personId),
    conversationsWith(personId),
    followUpsWith(personId),
    derivedId(personId, "nudge").then((id) => find("nudge", id)),
    userTimeZone(),
  ]);
  const about = { conversations: bodies(conversations), followUps: bodies(followUps) };
  return person && tieTo(person.body, { ...about, nudge: nudge?.body }, zone);
}

/** Read the ties to everybody, with each record read once. */
export async function allTies(): Promise<Tied[]> {
  const [everybody, conversations, followUps, nudges, zone] = await Promise.all([
    people(),
    all("conversation").then(byPerson),
    all("follow_up").then(byPerson),
    all("nudge").then(byPerson),
    userTimeZone(),
  ]);
  return everybody.map((person) => {
    const about = {
      conversations: conversations.get(person.id) ?? [],
      followUps: followUps.get(person.id) ?? [],
      nudge: nudges.get(person.id)?.[0],
    };
    return {
      person,
      tie: tieTo(person.body, about, zone),
      conversations: about.conversations,
    };
  });
}

function byPerson<B extends { person_ids: string[] }>(records: { body: B }[]): Map<string, B[]> {
  const found = new Map<string, B[]>();
  for (const { body } of records) {
    for (const id of body.person_ids) {
      const known = found.get(id);
      if (known) known.push(body);
      else found.set(id, [body]);
    }
  }
  return found;
}

function bodies<B>(records: { body: B }[]): B[] {
  return records.map(({ body }) => body);
}
