/** What the list shows at this moment: one side's follow-ups, at first only as many as one can look at. */

import { useState } from "preact/hooks";
import { type Owed, owedBy } from "../owing/owed";
import type { FollowUpRecord } from "../records/kinds.gen";
import { useLive } from "../records/live";
import { all, isOpen, type Saved } from "../records/queries";
import { go, useRoute } from "../ui/route";
import { lately } from "./parts";

export type Side = FollowUpRecord["owed_by"];

export interface Listing {
  side: Side;
  choose: (side: Side) => void;
  /** Undefined until it is read. */
  owed: Owed[] | undefined;
  shown: Owed[];
  showAll: () => void;
  settled: Saved<"follow_up">[];
  failed: boolean;
}

const SHOWN_COUNT = 5;

/** Follow what one side owes; the side stands in the address, so that the way back leads to it. */
export function useListing(): Listing {
  const { path, params } = useRoute();
  const side = params.get("owed_by") === "them" ? "them" : "me";
  const [wholeSide, showWhole] = useState<Side>();
  const { value: owed, error } = useLive(() => owedBy(side), ["follow_up", "person"], [side]);
  const settled = useLive(() => settledBy(side), ["follow_up"], [side]).value ?? [];
  return {
    side,
    choose: (next) => go(next === "me" ? path : `${path}?owed_by=them`, { replace: true }),
    owed,
    shown: (wholeSide === side ? owed : owed?.slice(0, SHOWN_COUNT)) ?? [],
    showAll: () => showWhole(side),
    settled,
    failed: error !== undefined,
  };
}

async function settledBy(side: Side): Promise<Saved<"follow_up">[]> {
  const followUps = await all("follow_up");
  return lately(followUps.filter((one) => one.body.owed_by === side && !isOpen(one)));
}
