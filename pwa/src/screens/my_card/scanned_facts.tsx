/** The contents of a code, field by field; a link is shown in full and never opened without a tap. */

import { fieldTitle } from "../../data/words";
import { contactLink } from "../../domain/vcard/contact_link";
import { type VcardPerson, vcardFields } from "../../domain/vcard/vcard_person";

/** List what was read. */
export function ScannedFacts({ facts }: { facts: VcardPerson }) {
  return (
    <dl class="card scanned">
      {[...vcardFields, "notes" as const].map((field) =>
        [facts[field]]
          .flat()
          .filter(Boolean)
          .map((value) => (
            <div key={`${field}${value}`}>
              <dt>{fieldTitle("person", field)}</dt>
              <dd>{field === "links" ? <ScannedLink link={value} /> : <bdi>{value}</bdi>}</dd>
            </div>
          )),
      )}
    </dl>
  );
}

function ScannedLink({ link }: { link: string }) {
  const address = contactLink("links", link);
  if (!address) return <bdi>{link}</bdi>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <bdi>{link}</bdi>
    </a>
  );
}
