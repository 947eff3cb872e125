/** What a draft leaves out of the card, and why. */

/** Say which notes are not in the message. */
export function LeftOut({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null;
  return (
    <div class="notice" role="note">
      <p>Left out, because it speaks of somebody else or cannot be said to them as it stands:</p>
      <ul>
        {notes.map((noted) => (
          <li key={noted}>
            <q>{noted}</q>
          </li>
        ))}
      </ul>
    </div>
  );
}
