/** What a code says, field by field; a link is shown whole and opened only by a tap of the person's own. */

import type { ContactFacts } from "../../domain/vcard/contact_facts";
import { contactLink } from "../../domain/vcard/contact_link";

/** List what was read. */
export function ScannedFacts({ facts }: { facts: ContactFacts }) {
  const rows: [string, string[]][] = [
    ["Name", [facts.name]],
    ["Role", [facts.role]],
    ["Organisation", [facts.organisation]],
    ["E-mail", facts.emails],
    ["Phone", facts.phones],
    ["Link", facts.links],
    ["Notes", [facts.notes]],
  ];
  return (
    <dl class="card scanned">
      {rows.map(([title, values]) =>
        values.filter(Boolean).map((value) => (
          <div key={`${title}${value}`}>
            <dt>{title}</dt>
            <dd>{title === "Link" ? <LinkFound link={value} /> : <bdi>{value}</bdi>}</dd>
          </div>
        )),
      )}
    </dl>
  );
}

function LinkFound({ link }: { link: string }) {
  const address = contactLink("links", link);
  if (!address) return <bdi>{link}</bdi>;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <bdi>{link}</bdi>
    </a>
  );
}
