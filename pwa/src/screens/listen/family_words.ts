/** The labels of the families and styles of prompts, and the style of each family. */

import type { Family, Style } from "../../domain/prompts/prompt";

export const familyLabels: Record<Family, string> = {
  open: "Open",
  their_problem: "Their problem",
  follow_up: "Follow up on the last thing said",
  say_it_back: "Say it back",
  pause: "Pause",
  help: "Help",
  depth: "Depth",
  close: "Close",
};

export const styleLabels: Record<Style, string> = {
  open_question: "Open questions",
  say_it_back: "Saying it back",
  concrete_follow_up: "Concrete follow-ups",
};

/** The default style of a family; a prompt of the user's own gets it. */
export const styleOf: Record<Family, Style> = {
  open: "open_question",
  their_problem: "open_question",
  help: "open_question",
  depth: "open_question",
  say_it_back: "say_it_back",
  pause: "say_it_back",
  follow_up: "concrete_follow_up",
  close: "concrete_follow_up",
};
