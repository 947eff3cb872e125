/** The order in which people are suggested to get in touch with. */

/** What decides how urgent a suggestion is. */
export interface Suggested {
  /** Whether the user owes them something, and whether a date in their life is near. */
  isPromised: boolean;
  hasDateNear: boolean;
  /** Whether they are a target at an event that is on or to come. */
  bearsOnGoal: boolean;
  /** How much of the rhythm has passed: 1 when contact is due. */
  x: number;
  due_on: string;
}

/** Judgements, to be recalibrated together. */
const goalCounts = 2;
/** How many days before and after today a date in their life counts as near. */
export const dateNearDays = { ahead: 7, behind: 14 };

/** Sort suggestions: an open promise first, then a date in their life, then how overdue contact is. */
export function bySuggestionOrder<S extends Suggested>(suggested: S[]): S[] {
  return suggested.toSorted(
    (a, b) =>
      Number(b.isPromised) - Number(a.isPromised) ||
      Number(b.hasDateNear) - Number(a.hasDateNear) ||
      thirst(b) - thirst(a) ||
      a.due_on.localeCompare(b.due_on),
  );
}

function thirst({ x, bearsOnGoal }: Suggested): number {
  return Math.max(0, x - 1) * (bearsOnGoal ? goalCounts : 1);
}
