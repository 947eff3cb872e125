/** The fields of the own card, each edited in place. */
import { ContactDetails } from "../../components/inline_edit/contact_details";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { PersonLines, personField } from "../../components/inline_edit/person_lines";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import type { PersonRecord } from "../../data/kinds.gen";
import { type MyCard, setMyCard } from "./my_card";

/** Show the fields of the own card. */
export function MyCardFields({ card }: { card: MyCard }) {
  const { name } = card.body;
  const edited = { body: card.body, set: (set: Partial<PersonRecord>) => setMyCard(card, set) };
  return (
    <header class="own_card_fields">
      <h1 class={name ? "visually_hidden" : ""}>My card</h1>
      {!name && (
        <p class="soft">
          Add your name, and others can scan your code from your screen, even offline.
        </p>
      )}
      <InlineEdit field={personField(edited, "name")}>
        <p class="own_name">
          {name}
          <UnsyncedMark mark={unsyncedMarkOf(card)} />
        </p>
      </InlineEdit>
      <PersonLines {...edited} />
      <ContactDetails label="Ways to reach me" {...edited} />
    </header>
  );
}
