/** How one gets in: who is signed in in this browser, and whether accounts can be made. */
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api";
import type { Account } from "../../data/account";

export interface Door {
  signed_in: Account | null;
  sign_up: "first" | "open" | "invite" | "closed";
}

/** What is known of the door: nothing yet, that the server cannot be reached, or how it stands. */
export type DoorState = "asking" | "unreachable" | Door;

/** Ask how the door stands; gives it and a way to ask again. */
export function useDoor(): [DoorState, () => void] {
  const [door, setDoor] = useState<DoorState>("asking");
  const ask = async () => {
    setDoor("asking");
    const answer = await call<Door>("GET", "/api/door");
    setDoor(answer.ok ? answer.body : "unreachable");
  };
  useEffect(() => void ask(), []);
  return [door, ask];
}
