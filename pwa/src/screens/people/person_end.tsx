/** The end of a person's page: their history, deleting them, and removing them for good. */

import { useState } from "preact/hooks";
import { call } from "../../api";
import { account } from "../../data/account";
import { requestRound } from "../../data/device_state";
import type { Code } from "../../data/kinds.gen";
import { nameOf } from "../../data/names";
import { isOnlyAbout, purgeFromDevice } from "../../data/purge";
import { countInWords } from "../../data/words";
import { Confirm } from "../../ui/dialog";
import { useFold } from "../../ui/fold";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";
import type { WholePerson } from "./person_query";
import { deletePerson } from "./person_writes";

/** Show the buttons for the history, deleting, and removing for good. */
export function PersonEnd({ whole }: { whole: WholePerson }) {
  const { person } = whole;
  const purging = useFold();
  const name = nameOf(person.body);
  const remove = async () => {
    await deletePerson(whole);
    go("/people", { replace: true });
  };
  return (
    <div class="stack">
      <div class="actions">
        {person.seq > 0 && (
          <Link href={`/history/${person.id}`} class="button">
            <Icon name="later" />
            History
          </Link>
        )}
        <button type="button" class="button warning" onClick={remove}>
          <Icon name="trash" />
          Delete {name}
        </button>
        {person.seq > 0 && (
          <button
            ref={purging.opener}
            type="button"
            class="button quiet warning"
            aria-expanded={purging.isOpen}
            onClick={purging.toggle}
          >
            Remove for good…
          </button>
        )}
      </div>
      {purging.isOpen && <PurgePerson whole={whole} cancel={purging.close} />}
    </div>
  );
}

interface PurgePersonProps {
  whole: WholePerson;
  cancel: () => void;
}

type Step = "asked" | "removing" | "offline" | "failed";

/** Where a refusal leads; who does not prove who they are is asked as before. */
const steps: Partial<Record<Code | "offline", Step>> = {
  offline: "offline",
  sign_in_again: "asked",
};
const failures: Partial<Record<Step, string>> = {
  offline: "Nothing was removed: the server can't be reached. Try again when you're online.",
  failed: "Nothing was removed: something went wrong on the server. Try again in a moment.",
};

/** Ask for a confirmation, then remove a person from the server and from here; other devices follow. */
function PurgePerson({ whole, cancel }: PurgePersonProps) {
  const [step, setStep] = useState<Step>("asked");
  const { id } = whole.person;
  const name = nameOf(whole.person.body);
  const purge = async () => {
    if (step === "removing") return;
    setStep("removing");
    const body = { account_id: (await account())?.id, id };
    const answer = await call("POST", "/api/purge", body, `to remove ${name} for good`);
    if (!answer.ok) return setStep(steps[answer.code] ?? "failed");
    await purgeFromDevice(id);
    requestRound();
    go("/people", { replace: true });
    showToast(`${name} was removed for good.`);
  };
  return (
    <Confirm>
      <p>
        <b>This cannot be undone.</b> {purgeSummary(whole)} {failures[step]}
      </p>
      {/* Not disabled meanwhile: the focus comes back to it from the dialog for the password. */}
      <button type="button" class="button warning" onClick={purge}>
        {step === "removing" ? "Removing…" : `Remove ${name} for good`}
      </button>
      <button type="button" class="button" onClick={cancel}>
        Cancel
      </button>
    </Confirm>
  );
}

/** Return what a purge removes, in words: what is only about this person, and their name in the rest. */
function purgeSummary({ person, conversations, followUps }: WholePerson): string {
  const isTheirs = (one: { body: { person_ids: string[] } }) => isOnlyAbout(one.body, person.id);
  const counts = [
    ["conversation", conversations.filter(isTheirs).length] as const,
    ["follow_up", followUps.filter(isTheirs).length] as const,
  ];
  const removed = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => countInWords(kind, count));
  const along = new Intl.ListFormat("en-GB").format(["their history", ...removed]);
  const name = nameOf(person.body);
  return `${name} is removed from the server and from all your devices, along with ${along}. Notes that mention others stay, without ${name}.`;
}
