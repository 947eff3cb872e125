/** The screen of people: the list, and beside it or in its place the person who was chosen. */
import "./people.css";
import { useRef } from "preact/hooks";
import { ListAndDetail } from "../../ui/list_and_detail";
import { match, useRoute } from "../../ui/router";
import { ConversationDetail } from "./conversation_detail";
import { usePeopleKeys } from "./people_keys";
import { PeopleList } from "./people_list";
import { usePeopleRows } from "./people_rows";
import { NobodyChosen, PersonDetail } from "./person_detail";

/** Show the people, and the one in the path. */
export function PeopleScreen() {
  const { path, params } = useRoute();
  const people = usePeopleRows();
  const search = useRef<HTMLInputElement>(null);
  const { id } = match("/people/:id", path) ?? {};
  const { id: conversationId } = match("/people/conversations/:id", path) ?? {};
  const currentId = id ?? conversationId;
  usePeopleKeys({ people, currentId, search });
  return (
    <ListAndDetail
      isOpen={currentId !== undefined}
      list={<PeopleList people={people} currentId={currentId} search={search} />}
      detail={
        id ? (
          <PersonDetail key={id} id={id} isNew={params.has("new")} at={params.get("at")} />
        ) : conversationId ? (
          <ConversationDetail key={conversationId} id={conversationId} />
        ) : (
          <NobodyChosen />
        )
      }
    />
  );
}
