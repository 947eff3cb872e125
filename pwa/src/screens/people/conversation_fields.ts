/** The fields of a conversation, for the inline editor. */

import type { Field } from "../../components/inline_edit/field_editor";
import { exactMomentText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import {
  type SavedConversation,
  type SavedFollowUp,
  type SavedProblem,
  whenOf,
} from "./person_query";
import { setConversation, setProblem, setPromise, setPromiseDay } from "./person_writes";

/** Return the field of the notes. */
export function conversationNotesField({ id, body }: SavedConversation): Field {
  const save = (notes: string) => setConversation(id, { notes });
  return { name: "notes", label: "notes", kind: "text", value: body.notes, save };
}

/** Return the field of what was recalled the morning after. */
export function recalledField({ id, body }: SavedConversation): Field {
  const save = (recalled: string) => setConversation(id, { recalled });
  return { name: "recalled", label: "what I recalled", kind: "text", value: body.recalled, save };
}

/** Return the field of what they struggle with; the problem made from it changes too. */
export function problemField(
  conversation: SavedConversation,
  problem: SavedProblem | undefined,
): Field {
  return {
    name: "problem",
    label: "their problem",
    kind: "text",
    value: conversation.body.problem,
    save: (text) => setProblem(conversation, problem, text),
  };
}

/** Return the field of the promise; the follow-up made from it changes too. */
export function promiseField(
  conversation: SavedConversation,
  followUp: SavedFollowUp | undefined,
): Field {
  return {
    name: "promise",
    label: "what I promised",
    kind: "text",
    value: conversation.body.promise,
    save: (promise) => setPromise(conversation, followUp, promise),
  };
}

/** Return the field of the promise's due day. */
export function dueField(
  conversation: SavedConversation,
  followUp: SavedFollowUp | undefined,
): Field {
  return {
    name: "promise_due_on",
    label: "due date",
    kind: "date",
    value: conversation.body.promise_due_on ?? "",
    save: (day) => setPromiseDay(conversation, followUp, day || null),
  };
}

/** Return the field of the moment of a conversation; a half-typed moment changes nothing. */
export function whenField(conversation: SavedConversation): Field {
  const at = whenOf(conversation);
  return {
    name: "happened_at",
    label: "when",
    kind: "datetime-local",
    value: at && localMinute(new Date(at)),
    exactly: at && exactMomentText(at),
    save: async (minute) => {
      if (!minute) return;
      await setConversation(conversation.id, { happened_at: new Date(minute).toISOString() });
    },
  };
}

function localMinute(moment: Date): string {
  const [hours, minutes] = [moment.getHours(), moment.getMinutes()];
  return `${localDay(moment)}T${`${hours}`.padStart(2, "0")}:${`${minutes}`.padStart(2, "0")}`;
}
