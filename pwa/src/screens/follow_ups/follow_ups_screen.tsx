/** Follow-ups: what I owe and what is owed to me, and beside it or in its place the one that was chosen. */

import "./follow_ups.css";
import type { OwedFollowUp } from "../../components/promise/promise";
import { ListAndDetail } from "../../ui/list_and_detail";
import { match, useRoute } from "../../ui/router";
import { FollowUpDetail, NothingChosen } from "./follow_up_detail";
import { useFollowUpKeys } from "./follow_up_keys";
import { FollowUpList } from "./follow_up_list";
import { useListing } from "./listing";
import type { Part } from "./parts";

/** Show the part of the app that is about what is owed. */
export function FollowUpsScreen() {
  const { path } = useRoute();
  const { id } = match("/follow-ups/:id", path) ?? {};
  const listing = useListing();
  useFollowUpKeys(owedIn(listing.shown ?? []), id);
  return (
    <ListAndDetail
      isOpen={id !== undefined}
      list={<FollowUpList listing={listing} currentId={id} />}
      detail={id ? <FollowUpDetail key={id} id={id} /> : <NothingChosen />}
    />
  );
}

function owedIn(parts: Part[]): OwedFollowUp[] {
  return parts.flatMap(({ rows }) => rows).flatMap((row) => ("owed" in row ? row.owed : []));
}
