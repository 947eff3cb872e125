/** What a code says of somebody, under the names that the fields of a person have. */

export interface ContactFacts {
  name: string;
  role: string;
  organisation: string;
  emails: string[];
  phones: string[];
  links: string[];
  /** What has no field of its own, line by line, so that nothing is dropped. */
  notes: string;
}

/** One thing that a code says: its name in capitals, and its text in the parts that the format has. */
export interface Property {
  name: string;
  parts: string[];
  /** What kind of it this is, as in `fax`; in small letters. */
  types: string[];
}

export const NO_FACTS: ContactFacts = {
  name: "",
  role: "",
  organisation: "",
  emails: [],
  phones: [],
  links: [],
  notes: "",
};
