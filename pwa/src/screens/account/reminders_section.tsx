/** Reminders: how it stands with them on this device, and what is chosen for all of them. */
import { useNotifications } from "../../notifications/use_notifications";
import { ReminderChoices } from "./reminder_choices";
import { RemindersHere } from "./reminders_here";

/** Show how it stands, and let it be changed. */
export function RemindersSection() {
  const reminding = useNotifications();
  if (!reminding.state) return null;
  return (
    <section class="card stack" aria-labelledby="reminders">
      <h2 id="reminders">Reminders</h2>
      <RemindersHere {...reminding} />
      {reminding.state !== "signed_out" && <ReminderChoices />}
    </section>
  );
}
