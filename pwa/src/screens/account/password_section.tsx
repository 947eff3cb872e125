/** The change of password, folded away until it is wanted. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { showToast } from "../../ui/toast";
import { FormField } from "./form_field";
import { newPasswordRefusalText, type Refusal } from "./refusal_words";

/** Let the password be changed, which ends all other sessions. */
export function PasswordSection() {
  const [refusal, setRefusal] = useState<Refusal>();
  const problem = (field: Refusal["field"]) =>
    refusal?.field === field ? refusal.words : undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const typed = Object.fromEntries(new FormData(form));
    setRefusal(undefined);
    const { old, new: wanted } = typed;
    const answer = await call("POST", "/api/account/password", { old, new: wanted });
    if (!answer.ok) return setRefusal(newPasswordRefusalText(answer.code));
    form.reset();
    form.closest("details")?.removeAttribute("open");
    showToast("The password is changed. All other sessions have ended.");
  };

  return (
    <details class="card">
      <summary>Change the password</summary>
      <form class="stack" onSubmit={submit}>
        <FormField
          name="old"
          label="Password of now"
          type="password"
          autocomplete="current-password"
          problem={problem("old")}
        />
        <FormField
          name="new"
          label="New password"
          type="password"
          autocomplete="new-password"
          hint="At least 10 characters. All other sessions will end."
          problem={problem("new")}
        />
        <p role="alert" class="form_problem">
          {problem(null)}
        </p>
        <button type="submit" class="button primary">
          Change the password
        </button>
      </form>
    </details>
  );
}
