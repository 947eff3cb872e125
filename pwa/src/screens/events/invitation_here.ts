/** Reads an invitation as of now, in the zone and language of this browser. */
import { type Invitation, readInvitation } from "./invitation";

/** Read an invitation that is being looked at now. */
export function readInvitationHere(text: string): Invitation {
  return readInvitation(text, {
    now: new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: navigator.language,
  });
}
