/** What a person struggles with, in their own words: open problems first, solved ones folded away. */
import { AddLine } from "../../components/inline_edit/add_line";
import { isOpen } from "../../data/closed";
import type { WholePerson } from "./person_query";
import { ProblemItem } from "./problem_item";

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
