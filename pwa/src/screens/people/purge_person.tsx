/** The second yes before somebody is removed for good: it names what goes, and needs the network. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { account } from "../../data/account";
import { requestRound } from "../../data/device_state";
import { countInWords } from "../../data/kind_words";
import { nameOf } from "../../data/names";
import { isOnlyAbout, purgeFromDevice } from "../../data/purge";
import { Confirm } from "../../ui/confirm";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";
import type { WholePerson } from "./person_query";

interface PurgePersonProps {
  whole: WholePerson;
  stay: () => void;
}

type Step = "asked" | "asking" | "offline" | "failed";

const troubles: Partial<Record<Step, string>> = {
  offline:
    "This needs the server, which cannot be reached now. Nothing was removed; try again with a network.",
  failed: "The server could not do that just now. Nothing was removed.",
};

/** Ask once more, then remove a person from the server and from here; other devices follow. */
export function PurgePerson({ whole, stay }: PurgePersonProps) {
  const [step, setStep] = useState<Step>("asked");
  const { id, body } = whole.person;
  const name = nameOf(body);
  const purge = async () => {
    setStep("asking");
    const answer = await call("POST", "/api/purge", { account_id: (await account())?.id, id });
    if (!answer.ok) return setStep(answer.code === "offline" ? "offline" : "failed");
    await purgeFromDevice(id);
    requestRound();
    go("/people", { replace: true });
    showToast(`${name} is removed for good.`);
  };
  return (
    <Confirm>
      <p>
        <b>This cannot be undone.</b> {purgeSummary(whole)} {troubles[step]}
      </p>
      <button type="button" class="button warning" disabled={step === "asking"} onClick={purge}>
        {step === "asking" ? "Removing…" : `Remove ${name} for good`}
      </button>
      <button type="button" class="button" onClick={stay}>
        Leave everything
      </button>
    </Confirm>
  );
}

/** Say what a purge takes away: what is only about this person, and their place in the rest. */
export function purgeSummary({ person, conversations, followUps }: WholePerson): string {
  const isTheirs = (one: { body: { person_ids: string[] } }) => isOnlyAbout(one.body, person.id);
  const counts = [
    ["conversation", conversations.filter(isTheirs).length] as const,
    ["follow_up", followUps.filter(isTheirs).length] as const,
  ];
  const going = counts
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => countInWords(kind, count));
  const with_what = going.length > 0 ? `, with ${going.join(" and ")} about nobody else` : "";
  const name = nameOf(person.body);
  return `${name} goes from the server and from all your devices${with_what}, and so does their history. In what also speaks of others, ${name} is no longer named as taking part.`;
}
