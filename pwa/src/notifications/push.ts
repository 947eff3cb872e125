/** What a push says, made whole whatever arrived: there is always something to show. */

export type PushAction = "done" | "tomorrow";

export interface Push {
  kind: string;
  id: string;
  tag: string;
  title: string;
  body: string;
  /** Where a tap leads; always a path of ours. */
  path: string;
  /** How many promises are due, where the server said so. */
  badge: number | undefined;
  actions: PushAction[];
}

const ACTIONS: PushAction[] = ["done", "tomorrow"];
const NOT_UNDERSTOOD: Push = {
  kind: "unknown",
  id: "",
  tag: "earshot",
  title: "Earshot",
  body: "Something is due. Tap to see what.",
  path: "/follow-ups",
  badge: undefined,
  actions: [],
};

/** Read what arrived; what is missing or of no sense is put in from what is said of anything due. */
export function parsePush(arrived: { json(): unknown } | null): Push {
  const said = read(arrived);
  const text = (name: "kind" | "id" | "tag" | "title" | "body") => {
    const value = said[name];
    return typeof value === "string" && value !== "" ? value : NOT_UNDERSTOOD[name];
  };
  return {
    kind: text("kind"),
    id: text("id"),
    tag: text("tag"),
    title: text("title"),
    body: typeof said.body === "string" && said.title ? said.body : NOT_UNDERSTOOD.body,
    path: pathOfOurs(said.path),
    badge: Number.isInteger(said.badge) ? Math.max(0, Number(said.badge)) : undefined,
    actions: Array.isArray(said.actions) ? ACTIONS.filter((one) => isIn(said.actions, one)) : [],
  };
}

/** Give a path of the app, or where what is due is listed if this is none. */
export function pathOfOurs(path: unknown): string {
  if (typeof path !== "string" || !/^\/(?!\/|api\/)[\w\-/?=&.]*$/.test(path)) {
    return NOT_UNDERSTOOD.path;
  }
  return path;
}

function read(arrived: { json(): unknown } | null): Record<string, unknown> {
  try {
    const said = arrived?.json();
    return typeof said === "object" && said !== null ? { ...said } : {};
  } catch {
    return {};
  }
}

function isIn(list: unknown, wanted: string): boolean {
  return (list as unknown[]).includes(wanted);
}
