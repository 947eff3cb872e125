/** The content of a push, completed where parts are missing: there is always something to show. */

/** What the buttons of a notification do. */
export type PushAction = "done" | "tomorrow";

/** A push, ready to be shown. */
export interface Push {
  kind: string;
  id: string;
  tag: string;
  title: string;
  body: string;
  /** The path of the app that a tap opens. */
  path: string;
  /** How many promises are due, if the server sent that. */
  badge: number | undefined;
  actions: PushAction[];
}

const ACTIONS: PushAction[] = ["done", "tomorrow"];
const FALLBACK: Push = {
  kind: "unknown",
  id: "",
  tag: "earshot",
  title: "Earshot",
  body: "Something is due. Tap to see what.",
  path: "/follow-ups",
  badge: undefined,
  actions: [],
};

/** Read a push; missing and invalid parts come from a general text. */
export function parsePush(arrived: { json(): unknown } | null): Push {
  const data = read(arrived);
  const text = (name: "kind" | "id" | "tag" | "title" | "body") => {
    const value = data[name];
    return typeof value === "string" && value !== "" ? value : FALLBACK[name];
  };
  return {
    kind: text("kind"),
    id: text("id"),
    tag: text("tag"),
    title: text("title"),
    body: typeof data.body === "string" && data.title ? data.body : FALLBACK.body,
    path: appPath(data.path),
    badge: Number.isInteger(data.badge) ? Math.max(0, Number(data.badge)) : undefined,
    actions: Array.isArray(data.actions) ? ACTIONS.filter((one) => isIn(data.actions, one)) : [],
  };
}

/** Return a path of the app unchanged, and the list of follow-ups for anything else. */
export function appPath(path: unknown): string {
  if (typeof path !== "string" || !/^\/(?!\/|api\/)[\w\-/?=&.]*$/.test(path)) {
    return FALLBACK.path;
  }
  return path;
}

function read(arrived: { json(): unknown } | null): Record<string, unknown> {
  try {
    const data = arrived?.json();
    return typeof data === "object" && data !== null ? { ...data } : {};
  } catch {
    return {};
  }
}

function isIn(list: unknown, wanted: string): boolean {
  return (list as unknown[]).includes(wanted);
}
