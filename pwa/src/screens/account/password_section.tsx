/** The form to change the password, closed until it is needed. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import { type FormError, newPasswordRefusalText } from "../../components/credentials/refusal_words";
import { FormField } from "../../ui/form_field";
import { showToast } from "../../ui/toast";

/** Show the form; a changed password ends all other sessions. */
export function PasswordSection() {
  const [refusal, setRefusal] = useState<FormError>();
  const problem = (field: FormError["field"]) =>
    refusal?.field === field ? refusal.words : undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { old, new: wanted } = Object.fromEntries(new FormData(form));
    setRefusal(undefined);
    const answer = await call("POST", "/api/account/password", { old, new: wanted });
    if (!answer.ok) return setRefusal(newPasswordRefusalText(answer));
    form.reset();
    form.closest("details")?.removeAttribute("open");
    showToast("Password changed. Your other devices are signed out.");
  };

  return (
    <details class="card">
      <summary>Change password</summary>
      <form class="stack" onSubmit={submit}>
        <FormField
          name="old"
          label="Current password"
          type="password"
          autocomplete="current-password"
          problem={problem("old")}
        />
        <FormField
          name="new"
          label="New password"
          type="password"
          autocomplete="new-password"
          hint="At least 10 characters. Your other devices will be signed out."
          problem={problem("new")}
        />
        <p role="alert" class="form_problem">
          {problem(null)}
        </p>
        <button type="submit" class="button primary">
          Change password
        </button>
      </form>
    </details>
  );
}
