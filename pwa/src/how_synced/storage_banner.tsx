/** Says when this device cannot keep what is typed, and when the browser has cleared what it kept. */
import { useEffect, useState } from "preact/hooks";
import { account } from "../records/account";
import { forgetLost, lostHere } from "../records/cleared";
import { inSayingOrder, sayHowMany } from "../records/kind_words";
import { useLive } from "../records/live";
import { onTrouble, type Trouble, trouble } from "../records/trouble";
import { Link } from "../ui/link";

const words: Record<Trouble, string> = {
  full: "This device has no room left, so what you type now is not kept. It stays on the screen; make some room, and type on.",
  unavailable:
    "This browser keeps nothing for Earshot, as in some private windows. What you type stands on the screen only and is gone when you leave.",
};

/** Show what is wrong with keeping things here, or nothing. */
export function StorageBanner() {
  const inTheWay = useTrouble();
  const lost = useLive(lostHere, ["account"], []).value ?? {};
  const owner = useLive(async () => (await account()) ?? null, ["account"], []).value;
  const [isRead, setRead] = useState(false);
  const unsynced = isRead ? "" : sayUnsyncedLoss(lost);
  const close = () => {
    forgetLost();
    setRead(true);
  };
  return (
    <>
      {inTheWay && (
        <div class="notice warning" role="alert">
          <p>{words[inTheWay]}</p>
        </div>
      )}
      {unsynced && (
        <div class="notice warning" role="status">
          <p>{unsynced}</p>
          {owner === null && (
            <Link class="button primary" href="/sign-in">
              Sign in
            </Link>
          )}
          <button type="button" class="button" onClick={close}>
            Close
          </button>
        </div>
      )}
    </>
  );
}

function useTrouble(): Trouble | null {
  const [present, show] = useState(trouble);
  useEffect(() => {
    show(trouble());
    return onTrouble(show);
  }, []);
  return present;
}

/** Say what a browser has lost: "3 notes and 1 person had not been synced from this device." */
export function sayUnsyncedLoss(lost: Record<string, number>): string {
  const counts = inSayingOrder(lost).map(([kind, count]) => sayHowMany(kind, count));
  if (counts.length === 0) return "";
  const said = new Intl.ListFormat("en", { type: "conjunction" }).format(counts);
  return `This browser has cleared what Earshot kept here. ${said} had not been synced from this device. Everything else is safe on the server.`;
}
