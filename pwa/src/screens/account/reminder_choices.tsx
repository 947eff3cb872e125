/** The settings of reminders on all devices: how much they show, and at what hour they come. */
import { useSetting } from "../../data/settings";
import { zoneHere } from "../../notifications/time_zone";

type Discreet = "yes" | "no";

const DISCREET: [Discreet, string][] = [
  ["yes", "Initials"],
  ["no", "Names and details"],
];
const FIRST_HOUR = 5;
const LAST_HOUR = 22;
const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR + 1 }, (_, index) =>
  `${FIRST_HOUR + index}:00`.padStart(5, "0"),
);
const DEFAULT_HOUR = "08:00";

/** Show both settings. */
export function ReminderChoices() {
  return (
    <>
      <DiscreetChoice />
      <HourChoice />
    </>
  );
}

function DiscreetChoice() {
  const [chosen, choose] = useSetting<Discreet>("discreet", ["yes", "no"]);
  return (
    <>
      <p id="discreet">
        What your lock screen, calendar and e-mail show. With initials only, you read the rest here.
      </p>
      <fieldset class="segments" aria-labelledby="discreet">
        {DISCREET.map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="discreet"
              checked={chosen === value}
              onChange={() => choose(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function HourChoice() {
  const [chosen, choose] = useSetting("reminder_hour", [DEFAULT_HOUR, ...HOURS]);
  return (
    <div class="field">
      <label for="reminder_hour">Time of reminders</label>
      <select
        id="reminder_hour"
        value={chosen ?? DEFAULT_HOUR}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {HOURS.map((hour) => (
          <option key={hour}>{hour}</option>
        ))}
      </select>
      <p class="soft small">In this browser's time zone: {zoneHere().replaceAll("_", " ")}.</p>
    </div>
  );
}
