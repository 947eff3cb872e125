/** The ways in which people are in touch, as one tap each. */
import type { Contact, Side } from "./contact";

export interface ChannelOption {
  words: string;
  channel: Contact["channel"];
  /** Whose message it is; of other ways, and where both wrote, the user may say who began. */
  writtenBy?: Side;
  isAnswered?: boolean;
}

export const channelOptions: ChannelOption[] = [
  { words: "In person", channel: "in_person" },
  { words: "Call", channel: "call" },
  { words: "Video", channel: "video" },
  { words: "I wrote", channel: "message", writtenBy: "me" },
  { words: "They wrote", channel: "message", writtenBy: "them" },
  { words: "Both wrote", channel: "message", isAnswered: true },
];
