/** What stands on the own card, each part of it edited where it stands. */
import { ContactDetails } from "../../components/inline_edit/contact_details";
import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { type MyCard, setMyCard } from "./my_card";

/** Show the fields of the own card. */
export function MyCardFields({ card }: { card: MyCard }) {
  const { name, role, organisation } = card.body;
  return (
    <header class="own_card_fields">
      <h1 class={name ? "visually_hidden" : ""}>My card</h1>
      {!name && (
        <p class="soft">
          Type your name, and others can scan you from your screen, also without a network.
        </p>
      )}
      <InlineEdit field={fieldOf(card, "name")}>
        <p class="own_name">
          {name}
          <UnsyncedMark mark={unsyncedMarkOf(card)} />
        </p>
      </InlineEdit>
      <div class="post">
        <InlineEdit field={fieldOf(card, "role")}>
          <span>{role}</span>
        </InlineEdit>
        {role && organisation && <span class="soft">at</span>}
        <InlineEdit field={fieldOf(card, "organisation")}>
          <span>{organisation}</span>
        </InlineEdit>
      </div>
      <ContactDetails
        label="Ways to reach me"
        body={card.body}
        set={(set) => setMyCard(card, set)}
      />
    </header>
  );
}

function fieldOf(card: MyCard, name: "name" | "role" | "organisation"): Field {
  const save = (value: string) => setMyCard(card, { [name]: value });
  return { name, label: name, kind: "line", value: card.body[name], save };
}
