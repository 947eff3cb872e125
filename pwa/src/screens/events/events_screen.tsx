/** The events screen: the list, and beside it or in its place the chosen event. */
import "./events.css";
import { useEffect } from "preact/hooks";
import { useLive } from "../../data/live";
import { ListAndDetail } from "../../ui/list_and_detail";
import { match, useRoute } from "../../ui/router";
import { AddEvent } from "./add_event";
import { EventDetail, NoEventChosen } from "./event_detail";
import { useEventKeys } from "./event_keys";
import { EventList } from "./event_list";
import { readEvents } from "./event_query";
import { FromNote } from "./from_note";
import { cacheCalendarReader } from "./ics_file";
import { Preparation } from "./preparation";

/** Show the events screen. */
export function EventsScreen() {
  const { path } = useRoute();
  const { value, error } = useLive(readEvents, ["event"], []);
  const currentId = (match("/events/:id", path) ?? match("/events/:id/prepare", path))?.id;
  useEventKeys(value ?? [], currentId);
  useEffect(() => void cacheCalendarReader().catch(() => undefined), []);
  return (
    <ListAndDetail
      isOpen={path !== "/events"}
      list={<EventList events={value} failed={error !== undefined} currentId={currentId} />}
      detail={<Chosen path={path} />}
    />
  );
}

function Chosen({ path }: { path: string }) {
  const { params } = useRoute();
  const from = match("/events/from/:id", path)?.id;
  const prepared = match("/events/:id/prepare", path)?.id;
  const { id } = match("/events/:id", path) ?? {};
  if (from) return <FromNote key={from} id={from} />;
  if (prepared) return <Preparation key={prepared} id={prepared} />;
  if (id === "new") return <AddEvent />;
  if (id) return <EventDetail key={id} id={id} isNew={params.has("new")} />;
  return <NoEventChosen />;
}
