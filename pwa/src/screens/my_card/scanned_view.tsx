/** What was scanned, shown before anything is done with it; one tap saves it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { find, people, type Saved } from "../../data/queries";
import { contactLink } from "../../domain/vcard/contact_link";
import type { CodeSort, ParsedCode } from "../../domain/vcard/parse_code";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";
import { type KnownAlready, knownAlready } from "./known_already";
import { saveScanned } from "./save_scanned";
import { ScannedFacts } from "./scanned_facts";

const TITLES: Record<CodeSort, string> = {
  card: "A contact card",
  link: "A link",
  phone: "A phone number",
  email: "An e-mail address",
  text: "A text",
};

interface Props {
  scanned: ParsedCode;
  /** The id of the open card, whether it is stored yet or not. */
  cardId: string | null;
  eventId: string | null;
  /** Which of how many cards it is, from 0. */
  place: { at: number; count: number };
  /** Called with the id of the conversation. */
  saved: (conversationId: string) => void;
  skip: () => void;
  again: () => void;
}

/** Show what was scanned, and where to save it. */
export function ScannedView({ scanned, cardId, eventId, place, saved, skip, again }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const save = (person: Saved<"person"> | null) =>
    saveScanned(scanned, { cardId, eventId, person }).then(
      (id) => {
        showToast("Added to your note");
        saved(id);
      },
      () => setFailed(true),
    );
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {place.count > 1 ? `Contact card ${place.at + 1} of ${place.count}` : TITLES[scanned.sort]}
      </h1>
      <ScannedFacts facts={scanned.facts} />
      {hasFailed && (
        <p class="notice warning" role="alert">
          This couldn't be saved on this device. Try again.
        </p>
      )}
      <SaveButtons scanned={scanned} cardId={cardId} save={save} />
      {place.count > 1 && (
        <button type="button" class="button quiet" onClick={skip}>
          Leave this one out
        </button>
      )}
      <button type="button" class="button quiet" onClick={again}>
        Scan another
      </button>
    </>
  );
}

interface SaveButtonsProps {
  scanned: ParsedCode;
  cardId: string | null;
  save: (person: Saved<"person"> | null) => void;
}

function SaveButtons({ scanned, cardId, save }: SaveButtonsProps) {
  const [number] = scanned.facts.phones.flatMap((phone) => contactLink("phones", phone) ?? []);
  const { value: places } = useLive(
    () => placesFor(scanned, cardId),
    ["person", "conversation"],
    [scanned, cardId],
  );
  if (!places) return null;
  const { known, isOpen } = places;
  const card = isOpen ? "Add to the open note" : "Add to a new note";
  return (
    <div class="stack where_to">
      {known.map(({ person, because }) => (
        <button key={person.id} type="button" class="button" onClick={() => save(person)}>
          Add to {person.body.name || "the person"} ({because})
        </button>
      ))}
      <button type="button" class="button primary" onClick={() => save(null)}>
        <Icon name="note" />
        {known.length > 0 ? `${card} as a new person` : card}
      </button>
      {number && (
        <a class="button" href={number} onClick={() => known.length === 0 && save(null)}>
          <Icon name="phone" />
          Call now to save the number
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
