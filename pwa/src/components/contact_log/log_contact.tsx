/** The button that logs a contact in two taps: open, and the channel. */
import "./contact_log.css";
import type { ComponentChildren } from "preact";
import { useFold } from "../../ui/fold";
import { ChannelChoice } from "./channel_choice";
import type { NamedPerson } from "./log_contacts";

interface LogContactProps {
  people: NamedPerson[];
  /** What else can be chosen before the contact is logged, such as who else took part. */
  children?: ComponentChildren;
}

/** Show a button that opens the form to log a contact with these people. */
export function LogContact({ people, children }: LogContactProps) {
  const { isOpen, toggle, foldUp, opener } = useFold();
  const names = people.map(({ name }) => name).join(", ");
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-label={`Log contact: ${names}`}
        onClick={toggle}
      >
        Log contact
      </button>
      {isOpen && (
        <ChannelChoice people={people} close={foldUp}>
          {children}
        </ChannelChoice>
      )}
    </>
  );
}
