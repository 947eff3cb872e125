/** What stands on the own card, each part of it edited where it stands. */
import { ContactFacts } from "../../components/inline_edit/contact_facts";
import type { Field } from "../../components/inline_edit/field_editor";
import { InPlace } from "../../components/inline_edit/inline_edit";
import { Mark, markOf } from "../../components/inline_edit/mark";
import { type OwnCard, setOwnCard } from "./my_card";

/** Show the fields of the own card. */
export function OwnCardFields({ card }: { card: OwnCard }) {
  const { name, role, organisation } = card.body;
  return (
    <header class="own_card_fields">
      <h1 class={name ? "visually_hidden" : ""}>My card</h1>
      {!name && (
        <p class="soft">
          Type your name, and others can scan you from your screen, also without a network.
        </p>
      )}
      <InPlace field={fieldOf(card, "name")}>
        <p class="own_name">
          {name}
          <Mark mark={markOf(card)} />
        </p>
      </InPlace>
      <div class="post">
        <InPlace field={fieldOf(card, "role")}>
          <span>{role}</span>
        </InPlace>
        {role && organisation && <span class="soft">at</span>}
        <InPlace field={fieldOf(card, "organisation")}>
          <span>{organisation}</span>
        </InPlace>
      </div>
      <ContactFacts
        label="Ways to reach me"
        body={card.body}
        set={(set) => setOwnCard(card, set)}
      />
    </header>
  );
}

function fieldOf(card: OwnCard, name: "name" | "role" | "organisation"): Field {
  const keep = (value: string) => setOwnCard(card, { [name]: value });
  return { name, label: name, kind: "line", value: card.body[name], keep };
}
