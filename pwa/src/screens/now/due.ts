/** What is due by today. */

import { type FollowUpRow, openFollowUpsOf } from "../../components/promise/promise";

/** Read what I owe by the end of today, the longest due first, each with whom it concerns. */
export async function dueBy(today: string): Promise<FollowUpRow[]> {
  return (await openFollowUpsOf("me")).filter(({ day }) => day !== null && day <= today);
}
