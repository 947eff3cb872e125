/** A labelled input of a form, with its problem shown below it. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface FormFieldProps {
  name: string;
  label: string;
  type?: "text" | "email" | "password";
  autocomplete: "username" | "current-password" | "new-password" | "off";
  value?: string;
  hint?: string | undefined;
  problem: string | undefined;
}

/** Show one input; a new problem moves the focus to it. */
export function FormField(props: FormFieldProps) {
  const { name, label, type = "text", autocomplete, value = "", hint, problem } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (problem) input.current?.focus();
  }, [problem]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="with_button">
        <input
          ref={input}
          id={id}
          name={name}
          type={(isShown ? "text" : type) as "text"}
          defaultValue={value}
          required
          autocapitalize="none"
          spellcheck={false}
          autocomplete={autocomplete}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-hint`}
        />
        {type === "password" && (
          <button
            type="button"
            class="button quiet"
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            Show<span class="visually_hidden"> {label.toLowerCase()}</span>
          </button>
        )}
      </div>
      <div id={`${id}-hint`}>
        {hint && !problem && <p class="soft small">{hint}</p>}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
