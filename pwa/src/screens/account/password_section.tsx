/** The form to change the password, closed until it is needed. */
import { useState } from "preact/hooks";
import { call } from "../../api";
import {
  type FormError,
  newPasswordRefusalText,
  PASSWORD_HINT,
} from "../../components/credentials/refusal_words";
import { requestRound } from "../../data/device_state";
import { FormField } from "../../ui/form_field";
import { showToast } from "../../ui/toast";

interface PasswordSectionProps {
  /** Whether there is a calendar address, or the server has not said. */
  mayHaveAddress: boolean;
  onChange: () => void;
}

/** Show the form; a changed password ends all other sessions. */
export function PasswordSection({ mayHaveAddress, onChange }: PasswordSectionProps) {
  const [refusal, setRefusal] = useState<FormError>();
  const problem = (field: FormError["field"]) =>
    refusal?.field === field ? refusal.words : undefined;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { old, new: wanted, end_access } = Object.fromEntries(new FormData(form));
    const body = { old, new: wanted, end_access: end_access === "yes" };
    setRefusal(undefined);
    const answer = await call("POST", "/api/account/password", body);
    if (!answer.ok) return setRefusal(newPasswordRefusalText(answer));
    form.reset();
    form.closest("details")?.removeAttribute("open");
    // A round that was under way had the old cookie.
    requestRound();
    onChange();
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
          hint={`${PASSWORD_HINT} Your other devices will be signed out.`}
          problem={problem("new")}
        />
        {mayHaveAddress ? (
          <label class="check">
            <input type="checkbox" name="end_access" value="yes" defaultChecked />
            Delete my calendar address too, in case someone else knows it
          </label>
        ) : (
          <input type="hidden" name="end_access" value="yes" />
        )}
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
