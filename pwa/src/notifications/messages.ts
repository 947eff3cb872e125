/** What the worker tells the open pages about pushes. */

/** A test has arrived here. */
export interface PushArrived {
  type: "push_arrived";
  id: string;
}

/** A notification was tapped: go there. */
export interface OpenPath {
  type: "open_path";
  path: string;
}
