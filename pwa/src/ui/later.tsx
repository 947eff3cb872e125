/** The "Later" button of something due, which offers tomorrow, next week or any day. */
import { daysAfter, localDay, nextMonday } from "../domain/dates/days";
import { useFold } from "./fold";

interface LaterProps {
  what: string;
  pick: (day: string) => void;
}

/**
 * Offer other days for something due.
 * @param what - names it for screen readers
 */
export function Later({ what, pick }: LaterProps) {
  const { isOpen, toggle, close, opener } = useFold();
  const today = localDay(new Date());
  const choose = (day: string) => {
    close();
    pick(day);
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-label={`Later: ${what}`}
        onClick={toggle}
      >
        Later
      </button>
      {isOpen && (
        <fieldset class="chips later" aria-label={`When instead: ${what}`}>
          <button type="button" class="chip" onClick={() => choose(daysAfter(today, 1))}>
            Tomorrow
          </button>
          <button type="button" class="chip" onClick={() => choose(nextMonday(today))}>
            Next week
          </button>
          <input
            type="date"
            class="chip"
            aria-label="Pick a day"
            min={today}
            onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
          />
        </fieldset>
      )}
    </>
  );
}
