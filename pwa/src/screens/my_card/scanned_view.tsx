/** What a code says, shown as what it is before anything is done with it; one tap then keeps it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { find, people, type Saved } from "../../data/queries";
import { contactLink } from "../../domain/vcard/contact_link";
import type { CodeSort, ParsedCode } from "../../domain/vcard/parse_code";
import { Icon } from "../../ui/icons";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";
import { type KnownAlready, knownAlready } from "./known_already";
import { saveScanned } from "./save_scanned";
import { ScannedFacts } from "./scanned_facts";

const titles: Record<CodeSort, string> = {
  card: "A contact card",
  link: "A link",
  phone: "A phone number",
  email: "An e-mail address",
  text: "A text",
};

interface Props {
  scanned: ParsedCode;
  /** The conversation whose card is open, stored or not yet; its event. */
  cardId: string | null;
  eventId: string | null;
  again: () => void;
}

/** Show what was scanned, and where it can go. */
export function ScannedView({ scanned, cardId, eventId, again }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const keep = (person: Saved<"person"> | null) =>
    saveScanned(scanned, { cardId, eventId, person }).then(
      (id) => {
        go(`/note/${id}`, { replace: true });
        showToast("All it says is on the card now.");
      },
      () => setFailed(true),
    );
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {titles[scanned.sort]}
      </h1>
      <ScannedFacts facts={scanned.facts} />
      {hasFailed && (
        <p class="notice warning" role="alert">
          This device could not store it. It stays here; try again.
        </p>
      )}
      <WhereTo scanned={scanned} cardId={cardId} keep={keep} />
      <button type="button" class="button quiet" onClick={again}>
        Scan another
      </button>
    </>
  );
}

interface WhereToProps {
  scanned: ParsedCode;
  cardId: string | null;
  keep: (person: Saved<"person"> | null) => void;
}

function WhereTo({ scanned, cardId, keep }: WhereToProps) {
  const [number] = scanned.facts.phones.flatMap((phone) => contactLink("phones", phone) ?? []);
  const { value: places } = useLive(
    () => placesFor(scanned, cardId),
    ["person", "conversation"],
    [scanned, cardId],
  );
  if (!places) return null;
  const { known, isOpen } = places;
  const card = isOpen ? "Put it on the open card" : "Put it on a new card";
  return (
    <div class="stack where_to">
      {known.map(({ person, because }) => (
        <button key={person.id} type="button" class="button" onClick={() => keep(person)}>
          Add to {person.body.name || "the person"} ({because})
        </button>
      ))}
      <button type="button" class="button primary" onClick={() => keep(null)}>
        <Icon name="note" />
        {known.length > 0 ? `${card}, as someone new` : card}
      </button>
      {number && (
        <a class="button" href={number} onClick={() => known.length === 0 && keep(null)}>
          <Icon name="phone" />
          Call once so it’s saved
        </a>
      )}
    </div>
  );
}

interface Places {
  known: KnownAlready[];
  isOpen: boolean;
}

async function placesFor({ sort, facts }: ParsedCode, cardId: string | null): Promise<Places> {
  const card = cardId ? await find("conversation", cardId) : undefined;
  const onCard = card?.body.person_ids ?? [];
  const known = sort === "text" ? [] : knownAlready(await people(), facts, onCard);
  return { known, isOpen: card !== undefined };
}
