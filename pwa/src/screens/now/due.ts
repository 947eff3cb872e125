/** What is due by today. */

import { type OwedFollowUp, openOwedBy } from "../../components/promise/promise";

/** Read what I owe by the end of today, the longest due first, each with whom it concerns. */
export async function dueBy(today: string): Promise<OwedFollowUp[]> {
  return (await openOwedBy("me")).filter(({ day }) => day !== null && day <= today);
}
