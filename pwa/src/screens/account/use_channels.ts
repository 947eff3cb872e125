/** The ways that due dates leave Earshot: the calendar address and the daily e-mail, as the server knows them. */
import { useEffect, useState } from "preact/hooks";
import { call } from "../../api";

/** Whether the server sends e-mail, and since when there is a calendar address. */
export interface Channels {
  mail_offered: boolean;
  feed_made_at: string | null;
}

/** Read them from the server while signed in; returns them once they are read, and what reads them again. */
export function useChannels(isSignedIn: boolean): [Channels | undefined, () => void] {
  const [channels, setChannels] = useState<Channels>();
  const read = async () => {
    const answer = await call<Channels>("GET", "/api/push");
    if (answer.ok) setChannels(answer.body);
  };
  useEffect(() => {
    if (isSignedIn) void read();
  }, [isSignedIn]);
  return [channels, read];
}
