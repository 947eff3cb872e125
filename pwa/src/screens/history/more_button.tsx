/** What stands below pages from the server: that one is on its way, that none came, or the way to the next. */
import { Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import type { Pages } from "./record_history";

const reasons: Record<string, string> = {
  offline:
    "This is kept on the server, which cannot be reached now. Nothing is lost; try again with a network.",
  signed_out: "This is kept on the server. Sign in again to see it.",
  not_found: "The server keeps nothing of this yet.",
};

/** Show how the reading goes on, and let it. */
export function MoreButton({ of }: { of: Pages<{ before: string | null }> }) {
  if (of.isAsking) return of.pages.length === 0 ? <Skeleton /> : null;
  if (of.failed) {
    return (
      <div class="notice" role="status">
        <p>{reasons[of.failed] ?? "The server could not tell just now. Try again in a moment."}</p>
        {of.failed === "signed_out" ? (
          <Link href="/sign-in" class="button">
            Sign in
          </Link>
        ) : (
          <button type="button" class="button" onClick={of.ask}>
            Try again
          </button>
        )}
      </div>
    );
  }
  if (!of.pages.at(-1)?.before) return null;
  return (
    <button type="button" class="button" onClick={of.ask}>
      Show older
    </button>
  );
}
