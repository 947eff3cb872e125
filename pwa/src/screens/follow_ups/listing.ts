/** The state of the list: one side's follow-ups, at first only the first few. */

import { useState } from "preact/hooks";
import { openFollowUpsOf } from "../../components/promise/promise";
import { isOpen } from "../../data/closed";
import type { FollowUpRecord } from "../../data/kinds.gen";
import { useLive } from "../../data/live";
import { nudgeTopics, openNudges } from "../../data/open_nudges";
import { all, type Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { go, useRoute } from "../../ui/router";
import { type FollowUpSection, firstRows, lastClosed, rowCount, sectionsByDue } from "./sections";

type Side = FollowUpRecord["owed_by"];

/** What the list shows, and how to change that. */
export interface FollowUpListing {
  side: Side;
  choose: (side: Side) => void;
  /** Undefined until they are read. */
  shown: FollowUpSection[] | undefined;
  count: number;
  showAll: () => void;
  closed: Saved<"follow_up">[];
  failed: boolean;
}

const SHOWN_COUNT = 5;

/** Read what one side owes and follow changes; the side is in the address, so that going back leads to it. */
export function useFollowUpListing(): FollowUpListing {
  const { path, params } = useRoute();
  const side = params.get("owed_by") === "them" ? "them" : "me";
  const [expandedSide, expandSide] = useState<Side>();
  const { sections, failed } = useSections(side);
  const closed = useLive(() => closedFollowUps(side), ["follow_up"], [side]).value ?? [];
  return {
    side,
    choose: (next) => go(next === "me" ? path : `${path}?owed_by=them`, { replace: true }),
    shown: expandedSide === side ? sections : sections && firstRows(sections, SHOWN_COUNT),
    count: rowCount(sections ?? []),
    showAll: () => expandSide(side),
    closed,
    failed,
  };
}

function useSections(side: Side): { sections: FollowUpSection[] | undefined; failed: boolean } {
  const owed = useLive(() => openFollowUpsOf(side), ["follow_up", "person"], [side]);
  const nudges = useLive(async () => (side === "me" ? openNudges(new Date()) : []), nudgeTopics, [
    side,
  ]);
  const sections =
    owed.value && nudges.value && sectionsByDue(owed.value, nudges.value, localDay(new Date()));
  return { sections, failed: Boolean(owed.error ?? nudges.error) };
}

async function closedFollowUps(side: Side): Promise<Saved<"follow_up">[]> {
  const followUps = await all("follow_up");
  return lastClosed(followUps.filter((one) => one.body.owed_by === side && !isOpen(one)));
}
