/** Shows the screens only to whom they belong: another account's session never sees the records here. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { call } from "../api";
import { account } from "../records/account";
import { useLive } from "../records/live";
import { standing, wantRound } from "../records/standing";
import { go, useRoute } from "../ui/route";
import type { Door } from "./door";
import { settleIn } from "./enter";
import { OtherAccount } from "./other_account";

/** Show the screens, unless the session in this browser is another account's. */
export function OwnerOnly({ children }: { children: ComponentChildren }) {
  const { path } = useRoute();
  const state = useLive(standing, ["standing"], []).value?.state;
  const held = useLive(account, ["account"], []).value;
  const isForeign = state === "wrong_account" && held !== undefined;
  useLayoutEffect(() => {
    // The card stands outside the frame, and would show on its own path.
    if (isForeign && path.startsWith("/note")) go("/", { replace: true });
  }, [isForeign, path]);
  if (!isForeign || path === "/sign-in") return <>{children}</>;
  return (
    <div class="pane">
      <OtherAccount held={held} signInAgain={signInAgain} afterRemoval={goOnAsTheOther} />
    </div>
  );
}

async function signInAgain(): Promise<void> {
  await call("POST", "/api/sign-out");
  go("/sign-in");
}

async function goOnAsTheOther(): Promise<void> {
  const answer = await call<Door>("GET", "/api/door");
  if (answer.ok && answer.body.signed_in) await settleIn(answer.body.signed_in);
  wantRound();
  go("/");
}
