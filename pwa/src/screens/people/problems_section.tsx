/** What a person struggles with, in their own words: open problems first, solved ones folded away. */
import { AddLine } from "../../components/inline_edit/add_line";
import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { isOpen } from "../../data/closed";
import { editRecord, removeRecord } from "../../data/note_records";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { showToast } from "../../ui/toast";
import type { SavedProblem, WholePerson } from "./person_query";

/** Show a person's problems, newest first, and a place to add one. */
export function ProblemsSection({ whole: { person, problems } }: { whole: WholePerson }) {
  const open = problems.filter(isOpen);
  const solved = problems.filter((problem) => !isOpen(problem));
  return (
    <section aria-labelledby="problems" class="stack">
      <h2 id="problems">What they struggle with</h2>
      {open.map((problem) => (
        <ProblemItem key={problem.id} problem={problem} />
      ))}
      <AddLine
        label="Add a problem, in their words"
        kind="problem"
        about={{ person_ids: [person.id] }}
      />
      {solved.length > 0 && (
        <details class="closed_items">
          <summary>{solved.length} solved</summary>
          <div class="stack">
            {solved.map((problem) => (
              <ProblemItem key={problem.id} problem={problem} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** Show a problem as a quote, with what can be done about it. */
function ProblemItem({ problem }: { problem: SavedProblem }) {
  const { what, captured_at, solved_at } = problem.body;
  return (
    <figure id={problem.id} class="problem_item" data-record>
      <InlineEdit field={whatField(problem)}>
        <blockquote class="quote">
          {what}
          <UnsyncedMark mark={unsyncedMarkOf(problem)} />
        </blockquote>
      </InlineEdit>
      <figcaption class="problem_foot">
        <span class="soft small">
          {solved_at ? <When word="solved" at={solved_at} /> : <When word="" at={captured_at} />}
        </span>
        <ProblemActions problem={problem} />
      </figcaption>
      <RecordNotes record={problem} />
    </figure>
  );
}

function ProblemActions({ problem }: { problem: SavedProblem }) {
  const { what, solved_at } = problem.body;
  return (
    <span class="actions">
      <button
        type="button"
        class="button"
        aria-label={`${solved_at ? "Not solved" : "Solved"}: ${what}`}
        onClick={() => (solved_at ? reopenProblem(problem) : solve(problem))}
      >
        {!solved_at && <Icon name="done" />}
        {solved_at ? "Not solved" : "Solved"}
      </button>
      {problem.seq > 0 && (
        <Link
          href={`/history/${problem.id}`}
          class="button quiet icon_only"
          aria-label={`History: ${what}`}
        >
          <Icon name="later" />
        </Link>
      )}
      <button
        type="button"
        class="button quiet icon_only"
        aria-label={`Delete: ${what}`}
        onClick={async () => showToast("Deleted.", { undo: await removeRecord(problem) })}
      >
        <Icon name="trash" />
      </button>
    </span>
  );
}

function When({ word, at }: { word: string; at: string | null }) {
  if (!at) return null;
  return (
    <>
      {word}{" "}
      <time dateTime={at} title={exactMomentText(at)}>
        {momentText(at, new Date())}
      </time>
    </>
  );
}

async function solve(problem: SavedProblem): Promise<void> {
  const solved_at = new Date().toISOString();
  showToast(`Solved: ${problem.body.what}`, { undo: await editRecord(problem, { solved_at }) });
}

async function reopenProblem(problem: SavedProblem): Promise<void> {
  const undo = await editRecord(problem, { solved_at: null });
  showToast(`Not solved: ${problem.body.what}`, { undo });
}

function whatField(problem: SavedProblem): Field {
  const save = async (what: string) => void (await editRecord(problem, { what }));
  return {
    name: "what",
    label: "what they struggle with",
    kind: "text",
    value: problem.body.what,
    save,
  };
}
