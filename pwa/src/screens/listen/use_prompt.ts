/** The prompt of a talk: chosen from the records, and kept as shown once it is. */

import { useEffect, useState } from "preact/hooks";
import { type Choice, choose } from "../../domain/prompts/choose";
import { currentRoute, go } from "../../ui/router";
import type { Listening } from "./listening";
import { nameLater, noteShown } from "./prompt_uses";
import { readSituation } from "./read_situation";
import { addressOf } from "./walk_away";

interface Shown {
  choice: Choice;
  talk: Listening;
  swipes: number;
}

/**
 * Choose the prompt of a talk after so many swipes, again whenever it is with somebody else.
 * takes: swipes, undefined as long as they are not known
 */
export function usePrompt(
  talk: Listening,
  swipes: number | undefined,
): { choice: Choice | undefined; hasFailed: boolean } {
  const [shown, show] = useState<Shown>();
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (swipes === undefined) return;
    let isPast = false;
    readSituation(talk, swipes, new Date()).then(
      (situation) => isPast || take({ choice: choose(situation), talk, swipes }),
      () => setFailed(true),
    );
    return () => {
      isPast = true;
    };
  }, [talk, swipes]);

  /** Kept at once: an effect would be dropped where somebody walks away within the same frame. */
  function take(chosen: Shown): void {
    show(chosen);
    void keep(chosen).catch(() => undefined);
  }

  return { choice: shown?.choice, hasFailed };
}

/** Whether the device could keep the use changes nothing of the talk. */
async function keep({ talk, swipes, choice }: Shown): Promise<void> {
  if (currentRoute().path === "/listen") go(addressOf(talk), { replace: true });
  await noteShown(talk, swipes, choice, new Date());
  await nameLater(new Date());
}
