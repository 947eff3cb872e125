/** The "Later" button of something due: tomorrow, next week or a day of one's own, chosen where it stands. */
import { daysAfter, localDay, nextMonday } from "../domain/dates/days";
import { useFold } from "./fold";

interface LaterProps {
  what: string;
  pick: (day: string) => void;
}

/** Offer other days for something due, named by `what` for those who do not see what stands around it. */
export function Later({ what, pick }: LaterProps) {
  const { isOpen, toggle, foldUp, opener } = useFold();
  const today = localDay(new Date());
  const choose = (day: string) => {
    foldUp();
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
