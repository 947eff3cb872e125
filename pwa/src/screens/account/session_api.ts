/** How one gets in: who is signed in in this browser, and whether accounts can be made. */
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api";
import type { Account } from "../../data/account";

export interface SessionInfo {
  signed_in: Account | null;
  sign_up: "first" | "open" | "invite" | "closed";
}

/** What is known of the door: nothing yet, that the server cannot be reached, or how it stands. */
export type SessionState = "asking" | "unreachable" | SessionInfo;

/** Ask how the door stands; gives it and a way to ask again. */
export function useSessionInfo(): [SessionState, () => void] {
  const [door, setDoor] = useState<SessionState>("asking");
  const ask = async () => {
    setDoor("asking");
    const answer = await call<SessionInfo>("GET", "/api/session");
    setDoor(answer.ok ? answer.body : "unreachable");
  };
  useEffect(() => void ask(), []);
  return [door, ask];
}
