/** The own card: its fields, what of them goes into the code, and the code in full screen. */
import { useEffect, useRef } from "preact/hooks";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { Strengths } from "../../components/strengths/strengths";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { go, useRoute } from "../../ui/router";
import { type MyCard, useMyCard } from "./my_card";
import { MyCardFields } from "./my_card_fields";
import { VcardCodeFields } from "./qr_code_fields";
import { FullScreenCode } from "./qr_code_full_screen";
import { chosenFacts, useChoices } from "./qr_code_text";
import "./my_card.css";

/** Show the own card, and the code above it where the path asks for it. */
export function MyCardScreen() {
  const { value: card, error } = useMyCard();
  return (
    <div class="pane">{card ? <Card card={card} /> : error ? <ReadingFailed /> : <Skeleton />}</div>
  );
}

/** Without a name there is no code, so the path of the code leads to the name first. */
function Card({ card }: { card: MyCard }) {
  const { path } = useRoute();
  const shown = useRef<HTMLDivElement>(null);
  const choices = useChoices();
  const facts = chosenFacts(card.body, choices);
  const hasName = card.body.name.trim() !== "";
  const isFull = path === "/me/code";
  useEffect(() => {
    if (isFull && !hasName) editName(shown.current);
  }, [isFull, hasName]);
  return (
    <div ref={shown} class="stack own_card" data-record>
      <RecordNotes record={card} />
      <MyCardFields card={card} />
      <CodeLinks hasName={hasName} />
      {hasName && facts && <VcardCodeFields card={card} choices={choices} facts={facts} />}
      {hasName && <Strengths personId={card.id} whose="mine" />}
      {isFull && hasName && facts && <FullScreenCode facts={facts} close={closeCode} />}
    </div>
  );
}

function editName(shown: HTMLElement | null): void {
  go("/me", { replace: true });
  shown?.querySelector<HTMLElement>('[data-field="name"] button')?.click();
}

function CodeLinks({ hasName }: { hasName: boolean }) {
  return (
    <div class="actions">
      {hasName && (
        <Link href="/me/code" class="button primary">
          <Icon name="code" />
          Show my code
        </Link>
      )}
      <Link href="/scan" class="button">
        Scan a code
      </Link>
    </div>
  );
}

/** Go back to where the user came from, or to the card where the address was typed. */
function closeCode(): void {
  if (history.state?.position > 0) history.back();
  else go("/me", { replace: true });
}
