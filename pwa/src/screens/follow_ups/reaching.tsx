/** The ways to reach somebody about what is owed: a draft from the card, a call, a mail. */

import type { Saved } from "../../data/queries";
import { contactLink } from "../../domain/vcard/contact_link";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";

interface Props {
  person: Saved<"person">;
  followUp: Saved<"follow_up">;
}

/** Offer to write to, call or mail a person. */
export function Reaching({ person, followUp }: Props) {
  const { name, phones, emails } = person.body;
  const call = phones[0] && contactLink("phones", phones[0]);
  const mail = emails[0] && contactLink("emails", emails[0]);
  return (
    <span class="actions">
      <Link
        href={`/people/${person.id}/draft?follow_up=${followUp.id}`}
        class="button"
        aria-label={`Write to ${name}`}
      >
        <Icon name="note" />
        Write
      </Link>
      {call && (
        <a class="button" href={call} aria-label={`Call ${name}`}>
          Call
        </a>
      )}
      {mail && (
        <a class="button" href={mail} aria-label={`Mail ${name}`}>
          Mail
        </a>
      )}
    </span>
  );
}
