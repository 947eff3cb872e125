/** The talk in hand: its prompt, the swipes, and whom it is with. */

import { useEffect, useRef, useState } from "preact/hooks";
import {
  likelyPeople,
  type PickedPerson,
  pickedPerson,
  toggled,
} from "../../components/person_picker/picked_person";
import { eventsOnAt } from "../../data/events";
import { newId } from "../../data/ids";
import type { Choice } from "../../domain/prompts/choose";
import { mostSwipes } from "../../domain/prompts/situation";
import { currentRoute } from "../../ui/router";
import type { Listening } from "./listening";
import { noteSwiped, swipesIn } from "./prompt_uses";
import { usePrompt } from "./use_prompt";

export interface ListenState {
  talk: Listening;
  /** Nothing until it is chosen. */
  choice: Choice | undefined;
  hasFailed: boolean;
  /** Set once more prompts were asked for than a talk has. */
  isSpent: boolean;
  another: () => void;
  choosePerson: (whom: PickedPerson) => void;
}

/** Begin the talk that the address asks for, or go on with it where the page was loaded anew. */
export function useListening(): ListenState {
  const [talk, setTalk] = useState(talkAsked);
  const [swipes, setSwipes] = useState<number>();
  const [isUnread, setUnread] = useState(false);
  const [isSpent, setSpent] = useState(false);
  const isSwiping = useRef(false);

  const { choice, hasFailed } = usePrompt(talk, swipes);

  useEffect(() => {
    begin(talk).then(
      (begun) => {
        setTalk(begun.talk);
        setSwipes(begun.swipes);
      },
      () => setUnread(true),
    );
  }, []);

  async function another() {
    if (swipes === undefined || isSwiping.current) return;
    if (swipes >= mostSwipes) return setSpent(true);
    isSwiping.current = true;
    await noteSwiped(talk.card_id, swipes).catch(() => undefined);
    isSwiping.current = false;
    setSwipes(swipes + 1);
  }

  return {
    talk,
    choice,
    hasFailed: hasFailed || isUnread,
    isSpent,
    another: () => void another(),
    choosePerson: (whom) => setTalk({ ...talk, whom: toggled(talk.whom, whom) }),
  };
}

function talkAsked(): Listening {
  const { params } = currentRoute();
  return { card_id: params.get("card") ?? newId(), event_id: params.get("event"), whom: [] };
}

/** Without an event in the address the talk is at the one that is on. */
async function begin(talk: Listening): Promise<{ talk: Listening; swipes: number }> {
  const { params } = currentRoute();
  const people = await Promise.all(params.getAll("person").map(pickedPerson));
  const event_id = talk.event_id ?? (await eventsOnAt(new Date()))[0]?.id ?? null;
  const targetIds = params.getAll("target");
  const wanted = targetIds.length > 0 ? await likelyPeople(event_id) : [];
  const whom = [
    ...people.filter((one) => one !== undefined),
    ...wanted.filter(({ target_id }) => targetIds.includes(target_id ?? "")),
  ];
  return {
    talk: { ...talk, event_id, whom },
    swipes: params.has("card") ? await swipesIn(talk.card_id) : 0,
  };
}
