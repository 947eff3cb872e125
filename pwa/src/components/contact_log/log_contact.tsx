/** Logging a contact in two taps: open, and how it was; before that, if wanted, the day and who began. */
import "./contact_log.css";
import type { ComponentChildren } from "preact";
import { useFold } from "../../ui/fold";
import { ChannelChoice } from "./channel_choice";
import type { Named } from "./log_contacts";

interface LogContactProps {
  people: Named[];
  label?: string;
  /** What else can be said before the last tap, such as who else took part. */
  children?: ComponentChildren;
}

/** Offer to log a contact with these people. */
export function LogContact({ people, label = "Log contact", children }: LogContactProps) {
  const { isOpen, toggle, foldUp, opener } = useFold();
  const names = people.map(({ name }) => name).join(", ");
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-label={`${label}: ${names}`}
        onClick={toggle}
      >
        {label}
      </button>
      {isOpen && (
        <ChannelChoice people={people} close={foldUp}>
          {children}
        </ChannelChoice>
      )}
    </>
  );
}
