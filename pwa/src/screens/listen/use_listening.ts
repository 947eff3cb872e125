/** The state of the Listen screen: the conversation, its prompt, the swipes, and its people. */

import { useEffect, useRef, useState } from "preact/hooks";
import {
  findPickedPerson,
  likelyPeople,
  type PickedPerson,
  togglePerson,
} from "../../components/person_picker/picked_person";
import { eventsOnAt } from "../../data/events";
import { newId } from "../../data/ids";
import { type Choice, choose } from "../../domain/prompts/choose";
import { mostSwipes } from "../../domain/prompts/situation";
import { currentRoute, go } from "../../ui/router";
import { addPeopleLater, countSwipes, recordShown, recordSwiped } from "./prompt_uses";
import { readSituation } from "./read_situation";
import { listenPath, type StartedConversation } from "./started_conversation";

export interface ListenState {
  conversation: StartedConversation;
  /** Undefined until a prompt is chosen. */
  choice: Choice | undefined;
  hasFailed: boolean;
  /** Set once another prompt was asked for after the last swipe that is allowed. */
  isLimitReached: boolean;
  another: () => void;
  choosePerson: (person: PickedPerson) => void;
}

/** Start the conversation in the address, or continue it where the page was reloaded. */
export function useListening(): ListenState {
  const [conversation, setConversation] = useState(conversationOfRoute);
  const [swipes, setSwipes] = useState<number>();
  const [isUnread, setUnread] = useState(false);
  const [isLimitReached, setLimitReached] = useState(false);
  const isSwiping = useRef(false);

  const { choice, hasFailed } = usePrompt(conversation, swipes);

  useEffect(() => {
    readStart(conversation).then(
      (start) => {
        setConversation(start.conversation);
        setSwipes(start.swipes);
      },
      () => setUnread(true),
    );
  }, []);

  async function another() {
    if (swipes === undefined || isSwiping.current) return;
    if (swipes >= mostSwipes) return setLimitReached(true);
    isSwiping.current = true;
    await recordSwiped(conversation.card_id, swipes).catch(() => undefined);
    isSwiping.current = false;
    setSwipes(swipes + 1);
  }

  return {
    conversation,
    choice,
    hasFailed: hasFailed || isUnread,
    isLimitReached,
    another: () => void another(),
    choosePerson: (person) =>
      setConversation({ ...conversation, people: togglePerson(conversation.people, person) }),
  };
}

function conversationOfRoute(): StartedConversation {
  const { params } = currentRoute();
  return { card_id: params.get("card") ?? newId(), event_id: params.get("event"), people: [] };
}

interface Start {
  conversation: StartedConversation;
  swipes: number;
}

/** Without an event in the address, the conversation belongs to the event that is on. */
async function readStart(conversation: StartedConversation): Promise<Start> {
  const { params } = currentRoute();
  const known = await Promise.all(params.getAll("person").map(findPickedPerson));
  const event_id = conversation.event_id ?? (await eventsOnAt(new Date()))[0]?.id ?? null;
  const targetIds = params.getAll("target");
  const likely = targetIds.length > 0 ? await likelyPeople(event_id) : [];
  const people = [
    ...known.filter((one) => one !== undefined),
    ...likely.filter(({ target_id }) => targetIds.includes(target_id ?? "")),
  ];
  return {
    conversation: { ...conversation, event_id, people },
    swipes: params.has("card") ? await countSwipes(conversation.card_id) : 0,
  };
}

interface Shown extends Start {
  choice: Choice;
}

/** Choose the prompt, again after each swipe and whenever the people change; `swipes` is undefined until read. */
function usePrompt(
  conversation: StartedConversation,
  swipes: number | undefined,
): { choice: Choice | undefined; hasFailed: boolean } {
  const [choice, setChoice] = useState<Choice>();
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (swipes === undefined) return;
    let isPast = false;
    readSituation(conversation, swipes, new Date()).then(
      (situation) => isPast || show({ choice: choose(situation), conversation, swipes }),
      () => setFailed(true),
    );
    return () => {
      isPast = true;
    };
  }, [conversation, swipes]);

  /** Recorded at once: an effect would be lost where the user walks away within the same frame. */
  function show(shown: Shown): void {
    setChoice(shown.choice);
    void recordPrompt(shown).catch(() => undefined);
  }

  return { choice, hasFailed };
}

/** A failure is ignored: the conversation goes on without its prompt being stored. */
async function recordPrompt({ conversation, swipes, choice }: Shown): Promise<void> {
  if (currentRoute().path === "/listen") go(listenPath(conversation), { replace: true });
  await recordShown(conversation, swipes, choice, new Date());
  await addPeopleLater(new Date());
}
