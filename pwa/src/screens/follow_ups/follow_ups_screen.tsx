/** The screen of follow-ups: the list, and beside it or in its place the one that was chosen. */

import "./follow_ups.css";
import type { FollowUpRow } from "../../components/promise/promise";
import { ListAndDetail } from "../../ui/list_and_detail";
import { match, useRoute } from "../../ui/router";
import { FollowUpDetail, NothingChosen } from "./follow_up_detail";
import { useFollowUpKeys } from "./follow_up_keys";
import { FollowUpList } from "./follow_up_list";
import { useFollowUpListing } from "./listing";
import type { FollowUpSection } from "./sections";

/** Show the follow-ups, and the one in the path. */
export function FollowUpsScreen() {
  const { path } = useRoute();
  const { id } = match("/follow-ups/:id", path) ?? {};
  const listing = useFollowUpListing();
  useFollowUpKeys(followUpsIn(listing.shown ?? []), id);
  return (
    <ListAndDetail
      isOpen={id !== undefined}
      list={<FollowUpList listing={listing} currentId={id} />}
      detail={id ? <FollowUpDetail key={id} id={id} /> : <NothingChosen />}
    />
  );
}

function followUpsIn(sections: FollowUpSection[]): FollowUpRow[] {
  return sections
    .flatMap(({ rows }) => rows)
    .flatMap((row) => ("nudge" in row ? [] : row.followUpRow));
}
