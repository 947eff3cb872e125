/** What the list shows at this moment: one side's follow-ups, at first only as many as one can look at. */

import { useState } from "preact/hooks";
import { openOwedBy } from "../../components/promise/promise";
import { isOpen } from "../../data/closed";
import type { FollowUpRecord } from "../../data/kinds.gen";
import { useLive } from "../../data/live";
import { nudgeTopics, openNudges } from "../../data/open_nudges";
import { all, type Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { go, useRoute } from "../../ui/router";
import { firstOf, lately, type Part, partsOf, rowCount } from "./parts";

export type Side = FollowUpRecord["owed_by"];

export interface Listing {
  side: Side;
  choose: (side: Side) => void;
  /** Undefined until they are read. */
  shown: Part[] | undefined;
  count: number;
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
  const { parts, failed } = useParts(side);
  const settled = useLive(() => settledBy(side), ["follow_up"], [side]).value ?? [];
  return {
    side,
    choose: (next) => go(next === "me" ? path : `${path}?owed_by=them`, { replace: true }),
    shown: wholeSide === side ? parts : parts && firstOf(parts, SHOWN_COUNT),
    count: rowCount(parts ?? []),
    showAll: () => showWhole(side),
    settled,
    failed,
  };
}

function useParts(side: Side): { parts: Part[] | undefined; failed: boolean } {
  const owed = useLive(() => openOwedBy(side), ["follow_up", "person"], [side]);
  const nudges = useLive(async () => (side === "me" ? openNudges(new Date()) : []), nudgeTopics, [
    side,
  ]);
  const parts =
    owed.value && nudges.value && partsOf(owed.value, nudges.value, localDay(new Date()));
  return { parts, failed: Boolean(owed.error ?? nudges.error) };
}

async function settledBy(side: Side): Promise<Saved<"follow_up">[]> {
  const followUps = await all("follow_up");
  return lately(followUps.filter((one) => one.body.owed_by === side && !isOpen(one)));
}
