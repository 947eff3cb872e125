/** The order in which people are suggested to get in touch with. */

export interface Suggested {
  /** Whether something is owed to them, and whether a date in their life is near. */
  isPromised: boolean;
  hasDateNear: boolean;
  /** Whether they are wanted at an event that is on or comes. */
  bearsOnGoal: boolean;
  /** The share of the rhythm that has passed. */
  x: number;
  due_on: string;
}

/** Judgements, to be recalibrated together. */
const goalCounts = 2;
export const dateNearDays = { ahead: 7, behind: 14 };

/** Put suggestions in order: an open promise, a date in their life, then how far the rhythm has passed. */
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
